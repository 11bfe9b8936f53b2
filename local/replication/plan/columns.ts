import type { BankColumn, BankTable } from "../../source-systems/types";
import { targetName } from "../mappings/naming";
import { matches } from "../mappings/pattern";
import {
  type AdditionRule,
  type MappingRule,
  type RemovalRule,
  ruleLabel,
  type TypeChangeRule,
} from "../mappings/rules";
import type { Problem } from "../problem";
import type { DeployedTask, PlannedColumn } from "../types";
import { type DmsType, isLob, losesOf, parquetType } from "../types/dms-type";
import { typeOfRule } from "../types/rule-type";
import { dmsTypeOf } from "../types/source-type";

const isRemoval = (rule: MappingRule): rule is RemovalRule => rule["rule-action"] === "remove-column";
const isTypeChange = (rule: MappingRule): rule is TypeChangeRule => rule["rule-action"] === "change-data-type";
const isAddition = (rule: MappingRule): rule is AdditionRule => rule["rule-action"] === "add-column";

function concerns(
  { "object-locator": locator }: AdditionRule | RemovalRule | TypeChangeRule,
  table: BankTable,
  column?: BankColumn,
): boolean {
  return (
    matches(locator["schema-name"], table.schema) &&
    matches(locator["table-name"], table.name) &&
    (column === undefined || !("column-name" in locator) || matches(locator["column-name"], column.name))
  );
}

/** Whether a rule leaves the column out. */
export const isRemoved = ({ rules }: DeployedTask, table: BankTable, column: BankColumn): boolean =>
  rules.some((rule) => isRemoval(rule) && concerns(rule, table, column));

/** Names of the columns that rules add. */
export const addedColumns = ({ rules }: DeployedTask, table: BankTable): readonly string[] =>
  rules.flatMap((rule) => (isAddition(rule) && concerns(rule, table) ? [rule.value] : []));

/** The type that DMS reads, or that a rule asks for; two rules about one column leave open which counts. */
function typeOf(
  { rules, source }: DeployedTask,
  table: BankTable,
  column: BankColumn,
): DmsType | Omit<Problem, "where"> {
  const [rule, ...others] = rules.filter((each) => isTypeChange(each)).filter((each) => concerns(each, table, column));
  if (others.length > 0) return { found: "two rules change its type", instead: "DMS applies one of the two" };
  const read = dmsTypeOf(source.engine, column.type);
  if ("refused" in read) return { found: column.type, instead: read.refused };
  if (rule === undefined) return read;
  if (isLob(read)) return { found: `${ruleLabel(rule)} changes it`, instead: "DMS leaves large objects as they are" };
  const asked = typeOfRule(rule["data-type"]);
  if ("refused" in asked) return { found: `${ruleLabel(rule)} asks for another type`, instead: asked.refused };
  return asked;
}

/** A column that arrives, and whatever speaks against it. */
export function plannedColumn(
  task: DeployedTask,
  table: BankTable,
  source: BankColumn,
): PlannedColumn | readonly Problem[] {
  const where = `${task.name}, ${table.schema}.${table.name}.${source.name}`;
  const { name, problems } = targetName(task.rules, { schema: table.schema, table: table.name, column: source.name });
  const type = typeOf(task, table, source);
  if ("found" in type) return [{ where, ...type }, ...problems];
  if (problems.length > 0) return problems;
  if (isLob(type) && task.source.lobBytes === undefined) {
    return [
      { where, found: `${source.type} is a large object`, instead: "the task leaves those out: SupportLobs is false" },
    ];
  }
  const { milliseconds } = task.target;
  return {
    source,
    name,
    type: parquetType(type, milliseconds),
    loses: losesOf(type, milliseconds),
    isKey: table.primaryKey.includes(source.name),
    isLob: isLob(type),
  };
}
