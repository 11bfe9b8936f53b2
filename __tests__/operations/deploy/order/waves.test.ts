import { readFileSync } from "node:fs";
import { join } from "node:path";
import { showWaves } from "../../../../operations/deploy/order/show-waves";
import { type Step, stepsOf } from "../../../../operations/deploy/order/steps";
import { readManifest } from "../../../../operations/manifest";
import { prod as environment } from "../../../landscape/prod";
import { block } from "../../../support/json";
import { keptOutput } from "../../../support/kept";

const stacks = readManifest(keptOutput({ environments: [environment] }));
const steps = stepsOf(environment, stacks);

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
  step("p-len-network", 2, "len"),
  step("p-len-replication", 2, "len", "p-gov-storage", "p-len-network"),
];

test("every stack of the landscape but the bootstraps is a step", () => {
  expect(new Set(steps.map(({ id }) => id))).toEqual(
    new Set(stacks.map(({ id }) => id).filter((id) => !id.endsWith("-bootstrap"))),
  );
  expect(stepsOf(environment, stacks, { bootstraps: true }).length).toBe(stacks.length);
});

/** Account of a stack, whose name is one word. */
const accountOf = (id: string): string => id.split("-")[1] ?? "";

test("between accounts a stack waits for what it needs and nothing else", () => {
  const between = steps.flatMap(({ id, after }) =>
    after.filter((other) => accountOf(other) !== accountOf(id)).map((other) => `${id} after ${other}`),
  );
  expect(between.filter((edge) => /loans|risk/.test(edge)).toSorted()).toEqual([
    "prod-lending-reconciliation-loans after prod-governance-reconciliation-loans",
    "prod-lending-replication-loans after prod-governance-catalog-loans",
    "prod-lending-replication-loans after prod-governance-curation-loans",
    "prod-lending-replication-loans after prod-governance-storage-loans",
    "prod-lending-replication-loans after prod-governance-trail",
    "prod-risk-analytics after prod-governance-access-risk",
  ]);
});

test("whatever looks up something of another account by its id waits for that account", () => {
  const ids = new Map(
    [environment.governance, ...environment.producers, ...environment.consumers].map((a) => [a.id, a.name]),
  );
  for (const { id, account, folder, after } of steps) {
    const data = JSON.stringify(block(JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")))["data"] ?? {});
    for (const [accountId, name] of ids) {
      if (name === account || !data.includes(`:${accountId}:alias/`)) continue;
      expect([id, after.some((other) => other.startsWith(`${environment.name}-${name}-`))]).toEqual([id, true]);
    }
  }
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
      "    p-len-replication  after p-gov-storage, p-len-network",
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
    {
      wave: 2,
      accounts: [
        {
          account: "len",
          stacks: [
            { id: "p-len-network", after: [] },
            { id: "p-len-replication", after: ["p-gov-storage", "p-len-network"] },
          ],
        },
      ],
    },
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
      '      s3["p-len-replication"]',
      "    end",
      "  end",
      "  s0 --> s1",
      "  s1 --> s3",
      "  s2 --> s3",
    ].join("\n"),
  );
});
