import { COREBANK, LENDING } from "../../../examples/sample-bank";
import { DISTRICT } from "../../../examples/sample-bank/schema-corebank";
import { APP_LOG, LOAN } from "../../../examples/sample-bank/schema-lending";
import { type BankChange, BankSystems } from "../../../local/source-systems";
import { currentOf, logOf } from "../../../local/source-systems/sql";
import type { BankTable } from "../../../local/source-systems/types";
import { textLiteral } from "../../../model/sql/literals";
import { engine, lines } from "../../examples/sample-bank/support/engine";
import { changesOf, END, keyOf, replay, sample } from "../../examples/sample-bank/support/samples";

const DATABASES = [LENDING, COREBANK];
const TABLES = [...LENDING.tables, ...COREBANK.tables];

const literal = (value: string | null) => (value === null ? "NULL" : textLiteral(value));

/** Rows of a table that DuckDB has, and those that a plain reader of the changes has, in one spelling. */
async function bothSides(systems: BankSystems, rows: Iterable<BankChange>, table: BankTable) {
  const { connection } = systems;
  const columns = table.columns.map(({ name }) => `"${name}"`).join(", ");
  await connection.run(`CREATE OR REPLACE TEMP TABLE expected AS SELECT * FROM ${currentOf(table)} LIMIT 0`);
  const values = [...rows]
    .filter((change) => change.table === table)
    .map(({ row }) => `(${row.map(literal).join(", ")})`);
  if (values.length > 0) await connection.run(`INSERT INTO expected VALUES ${values.join(", ")}`);
  const sorted = (from: string) => lines(connection, `SELECT ${columns} FROM ${from} ORDER BY ALL`);
  return { found: await sorted(currentOf(table)), expected: await sorted("expected") };
}

describe("the source systems in DuckDB", () => {
  it.each([
    { seed: 1, batch: 100_000 },
    { seed: 2, batch: 64 },
    { seed: 3, batch: 333 },
  ])("hold what a plain reader of the changes holds, $batch changes at a time", async ({ seed, batch }) => {
    const bank = sample({ seed, changes: 400 });
    const systems = await BankSystems.open(await engine(), DATABASES, { batch, rules: bank.rules });
    await systems.applyOpening(bank.opening());
    const commits = [...bank.changes()];
    expect(await systems.apply(commits)).toEqual({ transactions: commits.length, changes: changesOf(commits).length });
    const rows = new Map<string, BankChange>();
    replay(rows, [...changesOf(bank.opening()), ...changesOf(commits)]);
    for (const table of TABLES) {
      const { found, expected } = await bothSides(systems, rows.values(), table);
      expect(found).toEqual(expected);
    }
    expect(rows.size).toBeGreaterThan(400);
    expect(await systems.checks()).toEqual([]);
  });

  it("log each change of the captured time in its order, and nothing of the opening", async () => {
    const bank = sample({ changes: 400 });
    const systems = await BankSystems.open(await engine(), DATABASES);
    await systems.applyOpening(bank.opening());
    const commits = [...bank.changes()];
    await systems.apply(commits);
    for (const database of [LENDING, COREBANK]) {
      const logs = database.tables.map(
        (table) =>
          `SELECT _position, _transaction, epoch_us(_committed) AS moment, _op, '${table.name}' AS name,
             concat_ws('/', ${table.primaryKey.map((key) => `"${key}"`).join(", ")}) AS key FROM ${logOf(table)}`,
      );
      const log = logs.join(" UNION ALL ");
      const written = await lines(systems.connection, `SELECT moment, _op, name, key FROM (${log}) ORDER BY _position`);
      const own = commits.filter((commit) => commit.database === database);
      expect(written).toEqual(
        own.flatMap(({ committed, changes }) =>
          changes.map((change) => `${committed} ${change.operation} ${keyOf(change)}`),
        ),
      );
      const counted = `SELECT count(DISTINCT _position) = count(*), count(DISTINCT _transaction) FROM (${log})`;
      expect(await lines(systems.connection, counted)).toEqual([`true ${own.length}`]);
    }
  });

  it("forget the log of one database up to a moment", async () => {
    const systems = await BankSystems.open(await engine(), DATABASES);
    const bank = sample({ changes: 400 });
    await systems.applyOpening(bank.opening());
    await systems.apply(bank.changes());
    const left = async (table: BankTable) =>
      (await lines(systems.connection, `SELECT count(*), min(epoch_us(_committed)) FROM ${logOf(table)}`))[0];
    const core = await left(DISTRICT);
    const [before] = await lines(systems.connection, `SELECT epoch_us(median(_committed)) FROM ${logOf(LOAN)}`);
    await systems.forgetLog(LENDING, BigInt(before ?? 0));
    const [count, first] = (await left(LOAN))?.split(" ") ?? [];
    expect(Number(count)).toBeGreaterThan(0);
    expect(BigInt(first ?? 0)).toBeGreaterThan(BigInt(before ?? 0));
    await systems.forgetLog(LENDING, END);
    expect(await left(LOAN)).toBe("0 null");
    expect(await left(DISTRICT)).toBe(core);
    const [kept] = await lines(systems.connection, `SELECT count(*) > 0 FROM ${currentOf(LOAN)}`);
    expect(kept).toBe("true");
  });

  it("take a column that is added, with values in rows written since", async () => {
    const systems = await BankSystems.open(await engine(), DATABASES);
    const bank = sample({ changes: 400 });
    await systems.applyOpening(bank.opening());
    await systems.addColumn(LOAN, { name: "branch", type: "varchar(20)", nullable: true });
    const value = { name: "risk", type: "smallint unsigned", nullable: true };
    await systems.addColumn(LOAN, value, ({ operation }) => (operation === "D" ? null : "7"));
    await systems.apply(bank.changes());
    const known = systems.tables(LENDING).find(({ name }) => name === "loan");
    expect(known?.columns.slice(-2).map(({ name }) => name)).toEqual(["branch", "risk"]);
    expect(
      await lines(systems.connection, `SELECT bool_and(branch = 'of ' || loan_id AND risk = 7) FROM ${logOf(LOAN)}`),
    ).toEqual(["true"]);
    const both = `SELECT count(branch) > 0, count(*) > count(branch), count(branch) = count(risk) FROM ${currentOf(LOAN)}`;
    expect(await lines(systems.connection, both)).toEqual(["true true true"]);
    expect(await systems.checks()).toEqual([]);
  });

  it("refuse a column without values, a table and a row that they do not know", async () => {
    const systems = await BankSystems.open(await engine(), DATABASES);
    const column = { name: "note", type: "date", nullable: true };
    await expect(systems.addColumn(LOAN, column)).rejects.toThrow("note: say which values");
    await expect(systems.addColumn(LOAN, { ...column, nullable: false })).rejects.toThrow("must be nullable");
    const other = { ...LOAN, name: "lease" };
    await expect(systems.addColumn(other, { ...column, type: "text" })).rejects.toThrow("no table lending.lease");
    const short = {
      database: LENDING,
      committed: END,
      changes: [{ table: LOAN, operation: "I", row: ["1"] }],
    } as const;
    await expect(systems.apply([short])).rejects.toThrow("loan: a row has 1 values");
  });

  it("write nothing of a batch that cannot be written", async () => {
    const systems = await BankSystems.open(await engine(), DATABASES);
    const good = { table: APP_LOG, operation: "I", row: ["1", "2026-01-01 00:00:00.000000", "info", null] } as const;
    const bad = { ...good, row: ["2", "yesterday", "info", null] };
    const commit = { database: LENDING, committed: END, changes: [good, bad] };
    await expect(systems.apply([commit])).rejects.toThrow(/^lending\.app_log: .*"yesterday"/);
    expect(await lines(systems.connection, `SELECT count(*) FROM ${logOf(APP_LOG)}`)).toEqual(["0"]);
    await systems.apply([{ ...commit, changes: [good] }]);
    expect(await lines(systems.connection, `SELECT log_id FROM ${currentOf(APP_LOG)}`)).toEqual(["1"]);
  });
});
