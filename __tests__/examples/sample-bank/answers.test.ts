import { COREBANK, LENDING } from "../../../examples/sample-bank";
import { BankSystems } from "../../../local/source-systems";
import { currentOf } from "../../../local/source-systems/sql";
import { queryText } from "../../../model/queries/text";
import { queries } from "../../landscape/queries";
import { engine, lines } from "./support/engine";
import { END, sample } from "./support/samples";

const NOW = `make_timestamp(${END})`;
const atTheEnd = (sql: string): string =>
  sql.replaceAll("current_timestamp", NOW).replaceAll("current_date", `CAST(${NOW} AS DATE)`);

describe.each([1, 2, 3])("the saved queries, asked of a sample bank when its time ends, seed %i", (seed) => {
  let systems: BankSystems;

  beforeAll(async () => {
    const bank = sample({ seed, changes: 400 });
    systems = await BankSystems.open(await engine(), [LENDING, COREBANK]);
    await systems.applyOpening(bank.opening());
    await systems.apply(bank.changes());
    for (const [schema, database] of [
      ["loans", LENDING],
      ["deposits", COREBANK],
    ] as const) {
      await systems.connection.run(`CREATE SCHEMA ${schema}`);
      for (const table of database.tables) {
        await systems.connection.run(`CREATE VIEW ${schema}."${table.name}" AS FROM ${currentOf(table)}`);
      }
    }
  });

  it.each(queries)("$name", async (query) => {
    expect((await lines(systems.connection, atTheEnd(queryText(query).saved))).length).toBeGreaterThan(0);
  });
});
