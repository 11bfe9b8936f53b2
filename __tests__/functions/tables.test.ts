import { type Calls, statementRunner } from "../../functions/tables/athena.cjs";
import { type Column, evolve, type Plan, type Table } from "../../functions/tables/evolve.cjs";
import { type Metadata, partitionUpdate } from "../../functions/tables/iceberg.cjs";

const column = (name: string, type: string, comment = "") => ({ name, type, comment });
const planned = (name: string, type: string, comment = "") => ({
  ...column(name, type, comment),
  add: `add ${name}`,
  change: `change ${name}`,
});
const plan: Plan = {
  database: "loans",
  table: "loan",
  columns: [planned("loan_id", "bigint"), planned("amount", "decimal(12,2)", "Amount")],
  drops: [],
  partitions: [],
};
const METADATA: Metadata = {
  location: "s3://curated/loan",
  "current-schema-id": 1,
  schemas: [
    { "schema-id": 0, fields: [] },
    {
      "schema-id": 1,
      fields: [
        { id: 1, name: "loan_id", required: false, type: "long" },
        { id: 4, name: "amount", required: false, type: "decimal(12, 2)", doc: "Amount" },
      ],
    },
  ],
  "default-spec-id": 0,
  "partition-specs": [{ "spec-id": 0, fields: [] }],
};

/** A table that remembers what was done to it. */
function tableWith(columns: readonly Column[], metadata = METADATA) {
  const ran: string[] = [];
  const table: Table = {
    columns: () => Promise.resolve(columns),
    run: (sql) => Promise.resolve(void ran.push(sql)),
    metadata: () => Promise.resolve(metadata),
    partition: (_, partitions) => Promise.resolve(void ran.push(`partition ${JSON.stringify(partitions)}`)),
  };
  return { ran, table };
}

const AS_PLANNED = [column("loan_id", "bigint"), column("amount", "decimal(12, 2)", "Amount")];

describe("a table", () => {
  it("that is as planned is left alone", async () => {
    const { ran, table } = tableWith(AS_PLANNED);
    expect(await evolve(plan, table)).toEqual([]);
    expect(ran).toEqual([]);
  });

  it("gets the columns that are missing, with their comments, and nothing else", async () => {
    const { ran, table } = tableWith([column("loan_id", "bigint")]);
    expect(await evolve(plan, table)).toEqual(["add amount", "change amount"]);
    expect(ran).toEqual(["add amount", "change amount"]);
  });

  it.each([
    ["type", column("amount", "decimal(10,2)", "Amount")],
    ["comment", column("amount", "decimal(12,2)", "Something else")],
  ])("gets another %s", async (_, existing) => {
    const { ran, table } = tableWith([column("loan_id", "bigint"), existing]);
    await evolve(plan, table);
    expect(ran).toEqual(["change amount"]);
  });

  it("loses a column that is to go, once", async () => {
    const dropping = { ...plan, drops: [{ name: "note", sql: "drop note" }] };
    const before = tableWith([...AS_PLANNED, column("note", "string")]);
    expect(await evolve(dropping, before.table)).toEqual(["drop note"]);
    expect(await evolve(dropping, tableWith(AS_PLANNED).table)).toEqual([]);
  });

  it("with a column that nobody has planned is not touched", async () => {
    const { ran, table } = tableWith([column("note", "string")]);
    await expect(evolve(plan, table)).rejects.toThrow(
      "loans.loan has columns that are not in its contract: note. Nothing was changed.",
    );
    expect(ran).toEqual([]);
  });

  it("is divided as planned, once", async () => {
    const partitions = [{ column: "amount", transform: "bucket[16]", name: "amount_bucket" }];
    const before = tableWith(AS_PLANNED);
    expect(await evolve({ ...plan, partitions }, before.table)).toEqual(["partition by amount_bucket"]);
    expect(before.ran).toEqual([`partition ${JSON.stringify(partitions)}`]);
    const spec = { "spec-id": 1, fields: [{ "source-id": 4, transform: "bucket[16]", name: "amount_bucket" }] };
    const divided = { ...METADATA, "default-spec-id": 1, "partition-specs": [{ "spec-id": 0, fields: [] }, spec] };
    expect(await evolve({ ...plan, partitions }, tableWith(AS_PLANNED, divided).table)).toEqual([]);
  });
});

describe("the update that divides a table", () => {
  it("keeps schema and location as they are", () => {
    expect(partitionUpdate(METADATA, [{ column: "amount", transform: "bucket[16]", name: "amount_bucket" }])).toEqual({
      Schema: {
        Type: "struct",
        Fields: [
          { Id: 1, Name: "loan_id", Type: "long", Required: false },
          { Id: 4, Name: "amount", Type: "decimal(12, 2)", Required: false, Doc: "Amount" },
        ],
      },
      PartitionSpec: { Fields: [{ SourceId: 4, Transform: "bucket[16]", Name: "amount_bucket" }] },
      Location: "s3://curated/loan",
    });
  });

  it("is refused for a column that the table lacks", () => {
    expect(() => partitionUpdate(METADATA, [{ column: "note", transform: "year", name: "note_year" }])).toThrow(
      "the table has no column note",
    );
  });
});

/** An Athena that answers with these states, and remembers what it was told. */
const athena = (...states: readonly (readonly [string, string])[]) => {
  const started: string[] = [];
  const left = [...states];
  const calls: Calls = {
    start: (sql) => Promise.resolve(String(started.push(sql))),
    state: () => {
      const [state, reason] = left.shift() ?? ["FAILED", "asked too often"];
      return Promise.resolve({ state, reason });
    },
  };
  const pauses: number[] = [];
  const run = statementRunner(calls, (milliseconds) => Promise.resolve(void pauses.push(milliseconds)));
  return { started, pauses, run };
};

describe("a statement", () => {
  it("is waited for", async () => {
    const { started, pauses, run } = athena(["QUEUED", ""], ["RUNNING", ""], ["SUCCEEDED", ""]);
    await run("alter");
    expect([started, pauses]).toEqual([["alter"], [1000, 1000]]);
  });

  it("is tried again, later and later, when a merge has committed at the same moment", async () => {
    const conflict = ["FAILED", "ICEBERG_COMMIT_ERROR: Failed to commit"] as const;
    const { started, pauses, run } = athena(conflict, conflict, ["SUCCEEDED", ""]);
    await run("alter");
    expect([started, pauses]).toEqual([
      ["alter", "alter", "alter"],
      [2000, 4000],
    ]);
  });

  it("is given up after six conflicts, and at once for any other reason", async () => {
    const six = athena(...Array.from({ length: 9 }, () => ["FAILED", "ICEBERG_COMMIT_ERROR"] as const));
    await expect(six.run("alter")).rejects.toThrow("FAILED: ICEBERG_COMMIT_ERROR. The statement: alter");
    expect(six.started).toHaveLength(6);
    const other = athena(["FAILED", "Cannot change column type"]);
    await expect(other.run("alter")).rejects.toThrow("Cannot change column type");
    expect(other.started).toHaveLength(1);
  });
});
