import type { BankDatabase } from "../../source-systems/types";
import { isSelected } from "../mappings/selection";
import { ReplicationError } from "../problem";
import type { DeployedTask } from "../types";

/**
 * The database that a task reads: of its engine and, where the endpoint names a database (PostgreSQL), of that name. Of
 * several servers of MySQL, whose endpoints name none, the one with tables that the task takes along.
 * @throws ReplicationError when none or several fit
 */
export function databaseOf(task: DeployedTask, databases: readonly BankDatabase[]): BankDatabase {
  const { engine, database } = task.source;
  const possible = databases.filter(
    (each) => each.engine === engine && (database === undefined || each.database === database),
  );
  const read = possible.filter((each) => each.tables.some((table) => isSelected(task.rules, table)));
  const [only, ...others] = possible.length > 1 ? read : possible;
  if (only !== undefined && others.length === 0) return only;
  const found = `${only === undefined ? "no database" : "more than one database"} of the bank fits its source endpoint`;
  const known = databases.map((each) => `${each.engine} ${each.database}`).join(", ");
  throw new ReplicationError([
    { where: task.name, found, instead: `it reads ${engine} ${database ?? ""}, and the bank has ${known}` },
  ]);
}
