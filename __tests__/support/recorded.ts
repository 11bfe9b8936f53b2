import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const PROJECT = join(__dirname, "..", "..");

/**
 * What is recorded in a file, to be compared with what it should hold. `npm run update` asks the tests in
 * `__tests__/records` for that: then the text is left in the folder LAKE_RECORDS, from which the command takes it.
 * @param path relative to the project's folder
 */
export function recorded(path: string, text: string): string {
  const asked = process.env["LAKE_RECORDS"];
  if (asked === undefined) return readFileSync(join(PROJECT, path), "utf8");
  const file = join(asked, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return text;
}
