import { existsSync, readFileSync } from "node:fs";
import type { TablesLock } from "../model/tables/lock";
import { lockFile, parseLock } from "../model/tables/lock-file";

/**
 * The tables that are recorded as deployed, by environment; an environment without a record has none yet.
 * @throws Error when a file is no record
 */
export function readTablesLocks(environments: readonly string[]): Readonly<Record<string, TablesLock>> {
  const files = environments.map((name) => [name, lockFile(name)] as const).filter(([, file]) => existsSync(file));
  return Object.fromEntries(files.map(([name, file]) => [name, parseLock(readFileSync(file, "utf8"), file)]));
}
