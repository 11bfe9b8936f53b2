import { HiveSQL } from "dt-sql-parser/dist/parser/hive";
import { addColumn, changeColumn, dropColumn } from "../../../model/sql/ddl";
import { tablePlan } from "../../../model/tables/plan";
import { landscape } from "../../landscape";

const note = { name: "note", type: "decimal(12,2)", comment: "[internal] A client's \\ note" };

describe("statements that change a table's columns", () => {
  it("are these", () => {
    expect(addColumn("loans", "loan", note)).toBe("ALTER TABLE `loans`.`loan` ADD COLUMNS (`note` decimal(12,2))");
    expect(changeColumn("loans", "loan", note)).toBe(
      "ALTER TABLE `loans`.`loan` CHANGE COLUMN `note` `note` decimal(12,2) COMMENT '[internal] A client\\'s \\\\ note'",
    );
    expect(dropColumn("loans", "loan", "note")).toBe("ALTER TABLE `loans`.`loan` DROP COLUMN `note`");
  });

  // Hive itself has no DROP COLUMN: Athena adds it for Iceberg.
  it("of all contracts are Hive's DDL, which is Athena's, but for the one that Athena adds", () => {
    const sources = landscape.environments.flatMap(({ producers }) => producers.flatMap((each) => each.sources));
    const plans = sources.flatMap((source) => source.tables.map((table) => tablePlan(source, table)));
    const statements = plans.flatMap(({ columns }) => columns.flatMap(({ add, change }) => [add, change]));
    expect(statements.length).toBeGreaterThan(150);
    const hive = new HiveSQL();
    expect(statements.flatMap((sql) => hive.validate(`${sql};`).map(({ message }) => `${sql}: ${message}`))).toEqual(
      [],
    );
    expect(hive.validate("ALTER TABLE `loans`.`loan` ADD COLUMNS `note` string;")).not.toEqual([]);
  });
});
