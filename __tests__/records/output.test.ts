import { createHash } from "node:crypto";
import { block, isBlock } from "../support/json";
import { recorded } from "../support/recorded";
import { synthesized } from "../support/synthesized";

const DIGITS = 12;

const digest = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, DIGITS);

/** What a stack's JSON declares, each with a digest of its body. */
const lines = (json: unknown): readonly string[] =>
  Object.entries(block(json))
    .flatMap(([kind, value]) =>
      ["resource", "data", "ephemeral"].includes(kind)
        ? Object.entries(block(value)).flatMap(([type, named]) =>
            Object.entries(block(named)).map(
              ([name, body]) => `  ${kind === "resource" ? "" : `${kind}.`}${type}.${name} ${digest(body)}`,
            ),
          )
        : Object.entries(isBlock(value) ? value : { "": value }).map(
            ([name, body]) => `  ${kind} ${name} ${digest(body)}`,
          ),
    )
    .toSorted();

test("every resource of the tests' prod has the JSON that was recorded; else `npm run update`, and say why in the commit", () => {
  const { ids, stack, manifest } = synthesized();
  const stacks = block(manifest["stacks"]);
  const text = ids.flatMap((id) => [
    `${id} after ${[block(stacks[id])["dependencies"]].flat().join(", ") || "nothing"}`,
    ...lines(stack(id)),
  ]);
  expect(text.length).toBeGreaterThan(ids.length);
  expect(recorded("__tests__/records/output.txt", `${text.join("\n")}\n`)).toBe(`${text.join("\n")}\n`);
});
