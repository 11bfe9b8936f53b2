import type { BankTable } from "../../source-systems/types";
import { matches } from "./pattern";
import type { MappingRule, SelectionRule } from "./rules";

const isSelection = (rule: MappingRule): rule is SelectionRule => rule["rule-type"] === "selection";

function concerns({ "rule-action": action, "object-locator": locator }: SelectionRule, table: BankTable): boolean {
  const [schema, name] = [locator["schema-name"], locator["table-name"]];
  // Explicit rules take names as they are written.
  if (action === "explicit") return schema === table.schema && name === table.name;
  return matches(schema, table.schema) && matches(name, table.name);
}

/** The rules that say whether a task takes a table along, and which of its rows. */
export const selectionsOf = (rules: readonly MappingRule[], table: BankTable): readonly SelectionRule[] =>
  rules.filter(isSelection).filter((rule) => concerns(rule, table));

/**
 * Whether a task takes a table along: when a rule includes it and, wherever that is written, none excludes it.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TableMapping.SelectionTransformation.Selections.html
 */
export function isSelected(rules: readonly MappingRule[], table: BankTable): boolean {
  const actions = selectionsOf(rules, table).map((rule) => rule["rule-action"]);
  return actions.length > 0 && !actions.includes("exclude");
}
