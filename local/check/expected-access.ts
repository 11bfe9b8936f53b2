import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { AccessRow } from "../access/types";
import { Failure } from "../failure";

const Names = v.array(v.string());
const Expected = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(v.object({ account: v.string(), role: v.string(), table: v.string(), readable: Names, hidden: Names })),
);

/** The reviewed answer to who may read what. */
export const expectedAccessFile = (project: string): string =>
  join(project, "__tests__", "local", "expected-access.json");

export function readExpectedAccess(file: string): readonly AccessRow[] {
  if (!existsSync(file)) return [];
  const parsed = v.safeParse(Expected, readFileSync(file, "utf8"));
  if (parsed.success) return parsed.output;
  throw new Failure(`${file} is not a list of access rows: ${parsed.issues[0].message}`);
}

export function writeExpectedAccess(file: string, rows: readonly AccessRow[]): void {
  writeFileSync(file, `${JSON.stringify(rows, undefined, 2)}\n`);
}
