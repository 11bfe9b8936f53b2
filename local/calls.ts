import { readFileSync } from "node:fs";
import * as v from "valibot";

const Call = v.object({
  account: v.string(),
  role: v.string(),
  action: v.string(),
  resource: v.nullable(v.string()),
  allowed: v.boolean(),
});

/** A call that a role made, as the emulator recorded it. */
export type Call = v.InferOutput<typeof Call>;

/** All calls of a record, in order. */
export const readCalls = (file: string): readonly Call[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => v.parse(Call, JSON.parse(line)));

/** One line for each call that was refused, however often. */
export const refusals = (calls: readonly Call[]): readonly string[] => [
  ...new Set(
    calls
      .filter(({ allowed }) => !allowed)
      .map(({ account, role, action, resource }) => `${role} of ${account}: ${action} on ${resource ?? "something"}`),
  ),
];
