import { Replication } from "../../../local/replication";
import { LENDING, LOAN } from "../../support/replication/bank";
import { at, FolderBucket, type SourceSystems } from "../../support/replication/source";
import { started } from "../../support/replication/started";

const row = (amount: string) => ["1", null, amount, null, null, null, null] as const;
const opening = (bank: SourceSystems): Promise<void> => bank.commit("2026-01-31 10:00:00", ["I", LOAN, ...row("0.00")]);

/** One change every two minutes, a batch for each. */
async function change(bank: SourceSystems, count: number): Promise<void> {
  for (let minute = 1; minute <= count; minute += 1) {
    const time = `2026-01-31 12:${String(2 * minute).padStart(2, "0")}:00`;
    await bank.commit(time, ["U", LOAN, ...row(`${minute}.00`)]);
  }
}

const FOLDER = "lending/g1/lending/loan/";

test("late batches arrive a day later, in the folder of their commits", async () => {
  const { bank, bucket, replication, close } = await started(LENDING, {}, opening, "late");
  await change(bank, 3);
  await replication.capture(at("2026-01-31 13:00:00"));
  const before = bucket.keys.filter((key) => key.includes("/2026-"));
  expect(before).toEqual([
    `${FOLDER}2026-01-31/20260131-120300000.parquet`,
    `${FOLDER}2026-01-31/20260131-120700000.parquet`,
  ]);
  expect(replication.waiting).toBe(1);

  await replication.capture(at("2026-02-01 12:04:59"));
  expect(replication.waiting).toBe(1);
  await replication.capture(at("2026-02-01 12:05:00"));
  expect(replication.waiting).toBe(0);
  expect(bucket.keys.filter((key) => key.includes("/2026-") && !before.includes(key))).toEqual([
    `${FOLDER}2026-01-31/20260201-120500000.parquet`,
  ]);
  close();
});

test("a resumed task writes its last batches again under new names", async () => {
  const { bank, bucket, replication, rowsOf, close } = await started(LENDING, {}, opening, "duplicates");
  await change(bank, 3);
  await replication.capture(at("2026-01-31 13:00:00"));
  const changes = bucket.keys.filter((key) => key.includes("/2026-"));
  expect(changes.map((key) => key.slice(FOLDER.length))).toEqual([
    "2026-01-31/20260131-120300000.parquet",
    "2026-01-31/20260131-120500000.parquet",
    "2026-01-31/20260131-120700000.parquet",
    "2026-01-31/20260131-130000000.parquet",
    "2026-01-31/20260131-130000001.parquet",
  ]);
  const [, second = "", third = "", ...again] = changes;
  expect(await Promise.all(again.map(rowsOf))).toEqual([await rowsOf(second), await rowsOf(third)]);
  close();
});

test("a restarted task loads all rows again while changes go on", async () => {
  const { bank, bucket, replication, rowsOf, close } = await started(LENDING, {}, opening, "restart");
  await change(bank, 3);
  await bank.commit("2026-01-31 12:59:00", ["I", LOAN, "2", null, "5.00", null, null, null, null]);
  await replication.capture(at("2026-01-31 13:00:00"));
  // The same name: the first load is written over.
  const load = `${FOLDER}LOAD00000001.parquet`;
  expect(bucket.objects.filter(({ key }) => key === load)).toHaveLength(2);
  expect((await rowsOf(load)).map(({ ts, loan_id: id, amount }) => [ts, id, amount])).toEqual([
    ["2026-01-31 12:30:00.000000", "1", "3.00"],
    ["2026-01-31 12:30:00.000000", "2", "5.00"],
  ]);
  expect(bucket.keys.filter((key) => key.includes("/2026-"))).toHaveLength(4);
  // Only once.
  await replication.capture(at("2026-01-31 14:00:00"));
  expect(bucket.objects.filter(({ key }) => key === load)).toHaveLength(2);
  close();
});

const WIDER = { ...LOAN, columns: [...LOAN.columns, { name: "Channel", type: "varchar(20)", nullable: true }] };
const withChannel = { ...LENDING, tables: [WIDER] };

test("a column that MySQL adds is in the files from then on", async () => {
  const { bank, bucket, replication, rowsOf, close } = await started(LENDING, {}, opening);
  await bank.commit("2026-01-31 12:00:10", ["U", LOAN, ...row("1.00")]);
  await bank.addColumn(LOAN, "Channel", "varchar(20)");
  await replication.sourceAltered(withChannel, at("2026-01-31 12:00:20"));
  await bank.commit("2026-01-31 12:00:30", ["U", WIDER, ...row("2.00"), "branch"]);
  await replication.capture(at("2026-01-31 12:05:00"));

  const [before = "", after = ""] = bucket.keys;
  expect((await rowsOf(before))[0]).not.toHaveProperty("channel");
  expect((await rowsOf(after))[0]).toMatchObject({ amount: "2.00", channel: "branch" });
  expect(replication.plans[0]?.columns.map(({ name }) => name)).toContain("channel");
  close();
});

test("a column arrives with the next load alone when the task does not handle altered tables", async () => {
  const settings = {
    TargetMetadata: { SupportLobs: false },
    FullLoadSettings: { TargetTablePrepMode: "DO_NOTHING" },
    ChangeProcessingDdlHandlingPolicy: {
      HandleSourceTableDropped: false,
      HandleSourceTableTruncated: false,
      HandleSourceTableAltered: false,
    },
  };
  const { bank, bucket, replication, rowsOf, close } = await started(LENDING, { settings }, opening);
  await bank.addColumn(LOAN, "Channel", "varchar(20)");
  await replication.sourceAltered(withChannel, at("2026-01-31 12:00:20"));
  await bank.commit("2026-01-31 12:00:30", ["U", WIDER, ...row("2.00"), "branch"]);
  await replication.capture(at("2026-01-31 12:05:00"));
  expect((await rowsOf(bucket.keys[0] ?? ""))[0]).not.toHaveProperty("channel");
  await replication.reload(at("2026-01-31 13:00:00"));
  expect((await rowsOf(`${FOLDER}LOAD00000001.parquet`))[0]).toMatchObject({ channel: "branch" });
  close();
});

test("a task captures nothing before it has loaded", async () => {
  const { bank, replication, close } = await started(LENDING);
  const unloaded = Replication.of(bank.connection, replication.task, LENDING, new FolderBucket(), { folder: "unused" });
  await expect(unloaded.capture(0n)).rejects.toThrow("loads all rows before it captures changes");
  close();
});
