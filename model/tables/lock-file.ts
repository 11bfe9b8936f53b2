import * as v from "valibot";
import type { TablesLock } from "./lock";

const record = v.strictObject({
  primaryKey: v.array(v.string()),
  partitionedBy: v.array(v.string()),
  columns: v.record(v.string(), v.string()),
});
const lock = v.strictObject({ sources: v.record(v.string(), v.record(v.string(), record)) });

/** Where an environment's record of its tables is, relative to the project folder. */
export const lockFile = (environment: string): string => `accounts/${environment}/tables.lock.json`;

/** The file's text. */
export const lockText = (sources: TablesLock): string => `${JSON.stringify({ sources }, null, 2)}\n`;

/**
 * What a file says.
 * @param file its path, for the message
 * @throws Error when the text is no such record
 */
export function parseLock(text: string, file: string): TablesLock {
  try {
    return v.parse(lock, JSON.parse(text)).sources;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} is no record of tables (${reason}): restore it from version control`, { cause: error });
  }
}
