import { rmSync } from "node:fs";
import type { BankDatabase } from "../../../local/bank/types";
import { Replication } from "../../../local/replication";
import { CLIENT, COREBANK, LENDING, LOAN } from "../../support/replication/bank";
import { at, FolderBucket, SourceSystems, writingFolder } from "../../support/replication/source";
import { type Changes, postgresql, taskOf } from "../../support/replication/task";

const BEGIN = "2026-01-31 12:00:00";

async function started(
  database: BankDatabase,
  changes: Changes = {},
  opening?: (bank: SourceSystems) => Promise<void>,
) {
  const bank = await SourceSystems.open(database);
  const bucket = new FolderBucket();
  const folder = writingFolder();
  await opening?.(bank);
  const replication = Replication.of(bank.connection, taskOf(changes), database, bucket, { folder });
  await replication.fullLoad(at(BEGIN));
  const rowsOf = (key: string) => bank.rows(`SELECT * FROM '${bucket.path(key)}'`);
  const close = (): void => {
    bucket.remove();
    rmSync(folder, { recursive: true, force: true });
  };
  return { bank, bucket, replication, rowsOf, close };
}

test("a load and changes of MySQL arrive under names, columns and types of DMS", async () => {
  const { bank, bucket, replication, rowsOf, close } = await started(LENDING, {}, async (source) => {
    await source.commit("2026-01-30 10:00:00", [
      "I",
      LOAN,
      "1",
      "900101",
      "10.50",
      "12",
      "running",
      "2026-01-30",
      "2026-01-30 10:00:00.123999",
    ]);
  });
  await bank.commit("2026-01-31 12:00:01.987654", ["U", LOAN, "1", "900101", null, "65535", "paid", null, null]);
  await bank.commit("2026-01-31 12:00:02.5", ["D", LOAN, "1", "900101", null, "65535", "paid", null, null]);

  const written = await replication.capture(at("2026-01-31 12:05:00"));

  const load = "lending/g1/lending/loan/LOAD00000001.parquet";
  const changes = "lending/g1/lending/loan/2026-01-31/20260131-120101000.parquet";
  expect(bucket.keys).toEqual([changes, load]);
  expect(await rowsOf(load)).toEqual([
    {
      Op: "I",
      ts: "2026-01-31 12:00:00.000000",
      loan_id: "1",
      amount: "10.50",
      months: 12,
      status: "running",
      granted_on: "2026-01-30",
      updated_at: "2026-01-30 10:00:00.123",
      seq: "",
    },
  ]);
  const rest = { loan_id: "1", amount: null, months: 65_535, status: "paid", granted_on: null, updated_at: null };
  expect(await bank.rows(`SELECT * FROM '${bucket.path(changes)}' ORDER BY seq`)).toEqual([
    { Op: "U", ts: "2026-01-31 12:00:01.000000", ...rest, seq: "20260131120001000000000000000000002" },
    { Op: "D", ts: "2026-01-31 12:00:02.000000", ...rest, seq: "20260131120002000000000000000000003" },
  ]);
  expect(
    await bank.rows(
      `SELECT name, type, converted_type FROM parquet_schema('${bucket.path(changes)}') WHERE num_children IS NULL`,
    ),
  ).toEqual([
    { name: "Op", type: "BYTE_ARRAY", converted_type: "UTF8" },
    { name: "ts", type: "BYTE_ARRAY", converted_type: "UTF8" },
    { name: "loan_id", type: "INT64", converted_type: "INT_64" },
    { name: "amount", type: "INT64", converted_type: "DECIMAL" },
    { name: "months", type: "INT32", converted_type: "UINT_16" },
    { name: "status", type: "BYTE_ARRAY", converted_type: "UTF8" },
    { name: "granted_on", type: "INT32", converted_type: "DATE" },
    { name: "updated_at", type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
    { name: "seq", type: "BYTE_ARRAY", converted_type: "UTF8" },
  ]);
  expect(await bank.rows(`SELECT DISTINCT compression FROM parquet_metadata('${bucket.path(changes)}')`)).toEqual([
    { compression: "GZIP" },
  ]);
  expect(written).toMatchObject({ files: 1, rows: 2, replicatedTo: at("2026-01-31 12:05:00") });
  close();
});

test("a deletion of PostgreSQL carries the key alone, booleans are text, times keep milliseconds", async () => {
  const { bank, bucket, replication, rowsOf, close } = await started(COREBANK, postgresql());
  const row = ["7", "Zoë", "true", "-0.01", "", "2026-01-31 11:00:00.000999"];
  await bank.commit("2026-01-31 12:00:00.25", ["I", CLIENT, ...row]);
  await bank.commit("2026-01-31 12:01:30.123456", ["D", CLIENT, ...row]);

  await replication.capture(at("2026-01-31 12:05:00"));

  const [inserted = "", deleted = "", ...others] = bucket.keys;
  expect(others).toEqual([]);
  expect(await rowsOf(inserted)).toEqual([
    {
      Op: "I",
      ts: "2026-01-31 12:00:00.250000",
      client_id: "7",
      full_name: "Zoë",
      is_blocked: "true",
      balance: "-0.01",
      note: "",
      updated_at: "2026-01-31 11:00:00",
      seq: "20260131120000250000000000000000001",
    },
  ]);
  expect(await rowsOf(deleted)).toEqual([
    {
      Op: "D",
      ts: "2026-01-31 12:01:30.123456",
      client_id: "7",
      full_name: null,
      is_blocked: null,
      balance: null,
      note: null,
      updated_at: null,
      seq: "20260131120130120000000000000000002",
    },
  ]);
  close();
});
