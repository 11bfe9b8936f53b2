import { CLIENT, COREBANK, LENDING, LOAN } from "../../support/replication/bank";
import { at } from "../../support/replication/source";
import { started } from "../../support/replication/started";
import { postgresql } from "../../support/replication/task";

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
      updated_at: "2026-01-30 10:00:00.123999",
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
    { name: "updated_at", type: "INT64", converted_type: "TIMESTAMP_MICROS" },
    { name: "seq", type: "BYTE_ARRAY", converted_type: "UTF8" },
  ]);
  expect(await bank.rows(`SELECT DISTINCT compression FROM parquet_metadata('${bucket.path(changes)}')`)).toEqual([
    { compression: "GZIP" },
  ]);
  expect(written).toMatchObject({ files: 1, rows: 2, replicatedTo: at("2026-01-31 12:05:00") });
  close();
});

test("a deletion of PostgreSQL carries the key alone, booleans are text, times keep microseconds", async () => {
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
      updated_at: "2026-01-31 11:00:00.000999",
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

const LOAN_ROW = ["1", "900101", "10.50", "12", "running", "2026-01-30", "2026-01-30 10:00:00.123999"] as const;

test("what the target says about columns and folders is done", async () => {
  const plain = {
    BucketFolder: "",
    CompressionType: "none",
    DatePartitionEnabled: false,
    ExpectedBucketOwner: undefined,
    IncludeOpForFullLoad: false,
    ParquetTimestampInMillisecond: true,
    ParquetVersion: undefined,
    UseTaskStartTimeForFullLoadTimestamp: false,
  } as const;
  const { bank, bucket, replication, rowsOf, close } = await started(LENDING, { s3: plain }, async (source) => {
    await source.commit("2026-01-30 10:00:00", ["I", LOAN, ...LOAN_ROW]);
  });
  await bank.commit("2026-01-31 12:00:01", ["D", LOAN, ...LOAN_ROW]);
  await replication.capture(at("2026-01-31 12:05:00"));

  const [changes = "", load = ""] = bucket.keys;
  expect([changes, load]).toEqual(["lending/loan/20260131-120101000.parquet", "lending/loan/LOAD00000001.parquet"]);
  const [row] = await rowsOf(load);
  expect(row).not.toHaveProperty("Op");
  expect(row).toMatchObject({ ts: "2026-01-31 12:01:00.000000", updated_at: "2026-01-30 10:00:00.123" });
  expect(await bank.rows(`SELECT DISTINCT compression FROM parquet_metadata('${bucket.path(changes)}')`)).toEqual([
    { compression: "UNCOMPRESSED" },
  ]);
  // Without a name, DMS expects the account of its role to own the bucket.
  expect(bucket.objects.map(({ expectedBucketOwner }) => expectedBucketOwner)).toEqual([
    "222233334444",
    "222233334444",
  ]);
  close();
});

test("without a name for it there is no column of commit times", async () => {
  const { replication, rowsOf, bucket, close } = await started(
    LENDING,
    { s3: { TimestampColumnName: undefined } },
    async (source) => {
      await source.commit("2026-01-30 10:00:00", ["I", LOAN, ...LOAN_ROW]);
    },
  );
  await replication.capture(at("2026-01-31 12:05:00"));
  expect(Object.keys((await rowsOf(bucket.keys[0] ?? ""))[0] ?? {}).join(" ")).toBe(
    "Op loan_id amount months status granted_on updated_at seq",
  );
  close();
});

test("every put carries the key and the bucket's owner", async () => {
  const { bank, replication, bucket, close } = await started(COREBANK, postgresql());
  await bank.commit("2026-01-31 12:00:01", ["I", CLIENT, "1", null, null, null, null, null]);
  await replication.capture(at("2026-01-31 12:05:00"));
  expect(bucket.objects).toEqual([
    {
      bucket: "bucket",
      key: "lending/g1/core/client/2026-01-31/20260131-120101000.parquet",
      expectedBucketOwner: "111122223333",
      kmsKeyArn: "arn:aws:kms:eu-central-1:111122223333:key/lake",
    },
  ]);
  close();
});

test("a table without rows leaves no trace, a large one several files", async () => {
  const { bank, bucket, replication, close } = await started(LENDING, { s3: { MaxFileSize: 1 } }, async (source) => {
    await source.connection.run(
      `INSERT INTO bank.lending."Loan" SELECT i, NULL, i, 1, 'paid', NULL, NULL FROM range(200) rows(i)`,
    );
  });
  const loads = bucket.keys;
  expect(loads.length).toBeGreaterThanOrEqual(16);
  expect(loads[15]).toBe("lending/g1/lending/loan/LOAD00000010.parquet");
  const all = `read_parquet('${bucket.path("**/*.parquet")}')`;
  expect(await bank.rows(`SELECT count(*) AS n, count(DISTINCT loan_id) AS ids FROM ${all}`)).toEqual([
    { n: "200", ids: "200" },
  ]);
  expect(replication.counters).toMatchObject({ files: loads.length, rows: 200 });
  close();

  const empty = await started(LENDING);
  expect(empty.bucket.keys).toEqual([]);
  empty.close();
});

test("batches end by size, and rows lie in a file in another order than theirs", async () => {
  const { bank, bucket, replication, rowsOf, close } = await started(LENDING, { s3: { CdcMinFileSize: 10 } });
  await bank.connection.run(
    `INSERT INTO bank.lending_log."Loan"
     SELECT i, i, TIMESTAMP '2026-01-31 12:00:01', 'I', i, NULL, i, 1, 'paid', NULL, NULL FROM range(1, 501) rows(i)`,
  );
  await replication.capture(at("2026-01-31 12:05:00"));
  const sizes = await Promise.all(bucket.keys.map(async (key) => (await rowsOf(key)).length));
  const [first = 0] = sizes;
  expect(first).toBeGreaterThan(50);
  expect(first).toBeLessThan(150);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(500);
  const order = (await rowsOf(bucket.keys[0] ?? "")).map(({ seq }) => String(seq));
  expect(order).not.toEqual(order.toSorted());
  close();
});

test("changes that the load has already are captured when they are committed after it began", async () => {
  const { bank, bucket, replication, close } = await started(LENDING, {}, async (source) => {
    await source.commit("2026-01-31 12:00:00", ["I", LOAN, ...LOAN_ROW]);
    await source.commit("2026-01-31 12:00:01", ["U", LOAN, "1", null, "9.00", null, null, null, null]);
  });
  expect(await replication.capture(at("2026-01-31 12:05:00"))).toMatchObject({ files: 1, rows: 1 });
  expect(await bank.rows(`SELECT "Op", amount FROM '${bucket.path("**/*.parquet")}' ORDER BY seq`)).toEqual([
    { Op: "I", amount: "9.00" },
    { Op: "U", amount: "9.00" },
  ]);
  close();
});

test("an open batch can wait; the log may be forgotten as far as files go", async () => {
  const { bank, bucket, replication, close } = await started(LENDING);
  await bank.commit("2026-01-31 12:00:10.5", ["I", LOAN, ...LOAN_ROW]);
  expect(await replication.capture(at("2026-01-31 12:00:30"), { open: "wait" })).toEqual({
    files: 0,
    rows: 0,
    bytes: 0,
    replicatedTo: at("2026-01-31 12:00:09.999999"),
  });
  await replication.capture(at("2026-01-31 12:01:10"), { open: "wait" });
  expect(bucket.keys).toEqual(["lending/g1/lending/loan/2026-01-31/20260131-120110000.parquet"]);
  expect(await replication.capture(at("2026-01-31 12:02:00"))).toMatchObject({ files: 0 });
  close();
});

test("a large object beyond the limit fails the task, in a load and in changes", async () => {
  const long = ["1", null, null, null, "é".repeat(513), null] as const;
  const load = started(COREBANK, postgresql(), async (source) => {
    await source.commit("2026-01-30 10:00:00", ["I", CLIENT, ...long]);
  });
  const problem = "loans, core.client: a large object of 1026 bytes; the task fails beyond 1024: raise LobMaxSize";
  await expect(load).rejects.toThrow(problem);

  const { bank, replication, close } = await started(COREBANK, postgresql());
  await bank.commit("2026-01-31 12:00:01", ["I", CLIENT, ...long]);
  await expect(replication.capture(at("2026-01-31 12:05:00"))).rejects.toThrow(problem);
  close();
});
