import { COREBANK, LENDING } from "../../../examples/sample-bank";
import type { BankColumn } from "../../../local/source-systems/types";
import { landscape } from "../../landscape";

const sources = landscape.environments.flatMap(({ producers }) => producers.flatMap((producer) => producer.sources));
const promised = sources.flatMap((source) => source.tables.map((table) => ({ source, table })));

const asDeclared = ({ name, type }: BankColumn) => [name, type];

describe("the bank's tables", () => {
  it.each(promised)("has all that is promised of $table.name, source $source.name", ({ source, table }) => {
    const database = source.engine === "aurora-mysql" ? LENDING : COREBANK;
    const found = database.tables.find(({ schema, name }) => schema === table.schema && name === table.name);
    expect(found?.primaryKey).toEqual(table.primaryKey);
    expect(found?.columns.map(asDeclared)).toEqual(
      Object.entries(table.columns).map(([name, { type }]) => [name, type]),
    );
  });

  it("has tables that nobody replicates", () => {
    const names = [...LENDING.tables, ...COREBANK.tables].map(({ schema, name }) => `${schema}.${name}`);
    const replicated = new Set(promised.map(({ table }) => `${table.schema}.${table.name}`));
    expect(names.filter((name) => !replicated.has(name))).toEqual(["lending.app_log", "core.audit_note"]);
  });

  it("lets no key be empty", () => {
    for (const { columns, primaryKey } of [...LENDING.tables, ...COREBANK.tables]) {
      expect(columns.filter(({ name, nullable }) => nullable && primaryKey.includes(name))).toEqual([]);
    }
  });

  it("knows the databases as the sources do", () => {
    expect(new Set(sources.map(({ engine, database }) => `${engine} ${database}`))).toEqual(
      new Set([`aurora-mysql ${LENDING.database}`, `aurora-postgresql ${COREBANK.database}`]),
    );
  });
});
