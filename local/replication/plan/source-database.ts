import type { BankDatabase } from "../../source-systems/types";
import { isSelected } from "../mappings/selection";
import { ReplicationError } from "../problem";
import type { DeployedTask } from "../types";

/** A task's name ends with its source's: `prod-loans`, or `prod-loans-g2` from the second generation on. */
const isNamedAfter = ({ name }: DeployedTask, system: string): boolean =>
  name.replace(/-g\d+$/, "").endsWith(`-${system}`);

const systemOf = ({ tables }: BankDatabase): string => tables[0]?.system ?? "";

/** Of databases that no endpoint tells apart, the one after whose system the task is named: the longest name, where one ends with another. */
function namedAfter(task: DeployedTask, databases: readonly BankDatabase[]): readonly BankDatabase[] {
  const named = databases.filter((each) => systemOf(each) !== "" && isNamedAfter(task, systemOf(each)));
  const longest = Math.max(...named.map((each) => systemOf(each).length));
  return named.length === 0 ? databases : named.filter((each) => systemOf(each).length === longest);
}

/**
 * The database that a task reads: of its engine and, where the endpoint names a database (PostgreSQL), of that name. Of
 * several servers that are left, the one with tables that the task takes along; of several with the same tables, the one that
 * the task is named after.
 * @throws ReplicationError when none or several fit
 */
export function databaseOf(task: DeployedTask, databases: readonly BankDatabase[]): BankDatabase {
  const { engine, database } = task.source;
  const possible = databases.filter(
    (each) => each.engine === engine && (database === undefined || each.database === database),
  );
  const read = possible.filter((each) => each.tables.some((table) => isSelected(task.rules, table)));
  const [only, ...others] = possible.length > 1 ? namedAfter(task, read) : possible;
  if (only !== undefined && others.length === 0) return only;
  const found = `${only === undefined ? "no database" : "more than one database"} of the bank fits its source endpoint`;
  const known = databases.map((each) => `${each.engine} ${each.database}`).join(", ");
  throw new ReplicationError([
    { where: task.name, found, instead: `it reads ${engine} ${database ?? ""}, and the bank has ${known}` },
  ]);
}
