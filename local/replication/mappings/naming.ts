import type { Problem } from "../problem";
import { matches } from "./pattern";
import { type MappingRule, type NamingRule, ruleLabel } from "./rules";

/** A schema, a table or a column by the names that the source gives them. */
export interface SourceObject {
  readonly schema: string;
  readonly table?: string;
  readonly column?: string;
}

/** What a rule turns a name into. */
function renamed(rule: NamingRule, name: string): string {
  const value = rule.value ?? "";
  const old = rule["old-value"] ?? "";
  switch (rule["rule-action"]) {
    case "add-prefix":
      return `${value}${name}`;
    case "add-suffix":
      return `${name}${value}`;
    case "convert-lowercase":
      return name.toLowerCase();
    case "convert-uppercase":
      return name.toUpperCase();
    case "remove-prefix":
      return name.startsWith(value) ? name.slice(value.length) : name;
    case "remove-suffix":
      return name.endsWith(value) ? name.slice(0, name.length - value.length) : name;
    case "rename":
      return value;
    case "replace-prefix":
      return name.startsWith(old) ? `${value}${name.slice(old.length)}` : name;
    case "replace-suffix":
      return name.endsWith(old) ? `${name.slice(0, name.length - old.length)}${value}` : name;
  }
}

/** Whether a rule is about this object; locators hold the names of the source, whatever other rules make of them. */
function concerns(rule: MappingRule, { schema, table, column }: SourceObject): rule is NamingRule {
  if (!("rule-target" in rule)) return false;
  if (["add-column", "change-data-type", "remove-column"].includes(rule["rule-action"])) return false;
  const target = column === undefined ? (table === undefined ? "schema" : "table") : "column";
  const locator: Readonly<Record<string, unknown>> = rule["object-locator"];
  const named = (key: string, name: string | undefined): boolean =>
    name === undefined || matches(String(locator[key]), name);
  return (
    rule["rule-target"] === target &&
    named("schema-name", schema) &&
    named("table-name", table) &&
    named("column-name", column)
  );
}

/**
 * The name of an object in the lake.
 * @returns problems when several rules rename it: DMS applies one transformation to an object, and does not say which
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TableMapping.SelectionTransformation.Transformations.html
 */
export function targetName(
  rules: readonly MappingRule[],
  object: SourceObject,
): { readonly name: string; readonly problems: readonly Problem[] } {
  const found = rules.filter((rule): rule is NamingRule => concerns(rule, object));
  const name = object.column ?? object.table ?? object.schema;
  const [first, ...others] = found;
  if (first === undefined) return { name, problems: [] };
  const problems = others.map((rule) => ({
    where: ruleLabel(rule),
    found: `renames ${[object.schema, object.table, object.column].filter((part) => part !== undefined).join(".")} again`,
    instead: `${ruleLabel(first)} does, and DMS applies one of the two`,
  }));
  return { name: renamed(first, name), problems };
}
