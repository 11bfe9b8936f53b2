import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { Failure } from "../failure";
import type { Processes } from "../process/processes";
import { definedVariables } from "../process/variables";
import type { Texts } from "./files";

/** Tests that hold what is recorded of the product itself: each compares with a file, or writes what should be in it. */
const TESTS = join("__tests__", "records");

/**
 * What should be recorded of the product: its tests say, which are not there when it was installed as a package.
 * @param folder an empty one
 */
export async function testedRecords(processes: Processes, project: string, folder: string): Promise<Texts> {
  const jest = join("node_modules", "jest", "bin", "jest.js");
  if (![TESTS, jest].every((path) => existsSync(join(project, path)))) return new Map();
  const { status, stdout, stderr } = await processes.run(process.execPath, [jest, "--silent", TESTS], {
    cwd: project,
    environment: { ...definedVariables(process.env), LAKE_RECORDS: folder },
  });
  if (status !== 0) throw new Failure(`Tests in ${TESTS} failed:\n${`${stdout}${stderr}`.trim()}`);
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(folder, file).split(sep).join("/"), readFileSync(file, "utf8")]),
  );
}
