import { showWaves } from "../../../../operations/deploy/order/show-waves";
import { type Step, stepsOf } from "../../../../operations/deploy/order/steps";
import { readManifest } from "../../../../operations/manifest";
import { prod as environment } from "../../../landscape/prod";
import { synthesizedFolder } from "../../../support/synthesized-folder";

const steps = stepsOf(environment, readManifest(synthesizedFolder(environment)));

const step = (id: string, wave: number, account: string, ...after: readonly string[]): Step => ({
  id,
  wave,
  account,
  folder: "",
  after,
});
const few = [
  step("p-gov-lake", 1, "gov"),
  step("p-gov-storage", 1, "gov", "p-gov-lake"),
  step("p-len-network", 2, "len", "p-gov-lake", "p-gov-storage"),
];

test("every stack of the landscape but the bootstraps is a step, governance's before all others'", () => {
  const first = steps.filter(({ wave }) => wave === 1);
  expect(new Set(first.map(({ account }) => account))).toEqual(new Set(["governance"]));
  for (const { after } of steps.filter(({ wave }) => wave === 2)) {
    expect(after).toEqual(expect.arrayContaining(first.map(({ id }) => id)));
  }
  expect(steps.filter(({ id }) => id.endsWith("-bootstrap"))).toEqual([]);
  expect(steps.length).toBeGreaterThan(20);
});

test("as text", () => {
  expect(showWaves(few, "text")).toBe(
    [
      "wave 1",
      "  gov",
      "    p-gov-lake",
      "    p-gov-storage  after p-gov-lake",
      "wave 2",
      "  len",
      "    p-len-network",
    ].join("\n"),
  );
});

test("as JSON", () => {
  expect(JSON.parse(showWaves(few, "json"))).toEqual([
    {
      wave: 1,
      accounts: [
        {
          account: "gov",
          stacks: [
            { id: "p-gov-lake", after: [] },
            { id: "p-gov-storage", after: ["p-gov-lake"] },
          ],
        },
      ],
    },
    { wave: 2, accounts: [{ account: "len", stacks: [{ id: "p-len-network", after: [] }] }] },
  ]);
});

test("as a diagram for Mermaid", () => {
  expect(showWaves(few, "mermaid")).toBe(
    [
      "flowchart LR",
      "  subgraph wave1 [wave 1]",
      "    subgraph gov",
      '      s0["p-gov-lake"]',
      '      s1["p-gov-storage"]',
      "    end",
      "  end",
      "  subgraph wave2 [wave 2]",
      "    subgraph len",
      '      s2["p-len-network"]',
      "    end",
      "  end",
      "  s0 --> s1",
      "  wave1 --> wave2",
    ].join("\n"),
  );
});
