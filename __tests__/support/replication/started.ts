import { rmSync } from "node:fs";
import { type Misbehaviour, Replication } from "../../../local/replication";
import type { BankDatabase } from "../../../local/source-systems/types";
import { at, FolderBucket, SourceSystems, writingFolder } from "./source";
import { type Changes, taskOf } from "./task";

/** When tests start their task. */
export const BEGIN = "2026-01-31 12:00:00";

/** A task, changed as said, that has loaded what `opening` committed. */
export async function started(
  database: BankDatabase,
  changes: Changes = {},
  opening?: (bank: SourceSystems) => Promise<void>,
  misbehaviour?: Misbehaviour,
) {
  const bank = await SourceSystems.open(database);
  const bucket = new FolderBucket();
  const folder = writingFolder();
  await opening?.(bank);
  const options = misbehaviour === undefined ? { folder } : { folder, misbehaviour };
  const replication = Replication.of(bank.connection, taskOf(changes), database, bucket, options);
  await replication.fullLoad(at(BEGIN));
  return {
    bank,
    bucket,
    replication,
    rowsOf: (key: string) => bank.rows(`SELECT * FROM '${bucket.path(key)}'`),
    close: (): void => {
      bank.connection.closeSync();
      bucket.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
