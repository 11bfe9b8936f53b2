import { locates, type Rule } from "./mapping-rules";
import type { Step } from "./types";

/** A table of a source, by the names that it has there. */
export interface Origin {
  readonly schema: string;
  readonly table: string;
}

export interface Renamed {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** Name that an action gives to a name; nothing when it gives none. */
function renamed({ action, value, oldValue }: Rule, name: string): string | undefined {
  switch (action) {
    case "rename":
      return value;
    case "convert-lowercase":
      return name.toLowerCase();
    case "convert-uppercase":
      return name.toUpperCase();
    case "add-prefix":
      return `${value}${name}`;
    case "add-suffix":
      return `${name}${value}`;
    case "remove-prefix":
      return name.startsWith(value) ? name.slice(value.length) : name;
    case "remove-suffix":
      return name.endsWith(value) ? name.slice(0, name.length - value.length) : name;
    case "replace-prefix":
      return name.startsWith(oldValue) ? `${value}${name.slice(oldValue.length)}` : name;
    case "replace-suffix":
      return name.endsWith(oldValue) ? `${name.slice(0, name.length - oldValue.length)}${value}` : name;
    default:
      return undefined;
  }
}

const isCasing = ({ action }: Rule): boolean => action.startsWith("convert-");

const isOfTable = (rule: Rule, { schema, table }: Origin): boolean =>
  locates(rule.schema, schema) && (rule.target === "schema" || locates(rule.table, table));

/** Transformation rules that apply to a column of a table. */
export const columnRules = (rules: readonly Rule[], origin: Origin, column: string): readonly Rule[] =>
  rules.filter((rule) => rule.target === "column" && isOfTable(rule, origin) && locates(rule.column, column));

/**
 * Name of a schema, table or column after the rules. Rules match the name at the source; their actions are applied in the
 * order in which they are written.
 */
export function rename(rules: readonly Rule[], name: string): Renamed {
  return rules.reduce<Renamed>(
    (before, rule) => {
      const after = renamed(rule, before.name);
      if (after === undefined || (after === before.name && !isCasing(rule))) return before;
      const kind = isCasing(rule) ? "cased" : "renamed";
      const what =
        after === before.name
          ? `rule ${rule.id} writes the name in ${rule.action === "convert-lowercase" ? "lower" : "upper"} case`
          : `rule ${rule.id} turns ${before.name} into ${after} (${rule.action})`;
      return { name: after, steps: [...before.steps, { kind, what, at: rule.at }] };
    },
    { name, steps: [] },
  );
}

export const renameSchema = (rules: readonly Rule[], origin: Origin): Renamed =>
  rename(
    rules.filter((rule) => rule.target === "schema" && isOfTable(rule, origin)),
    origin.schema,
  );

export const renameTable = (rules: readonly Rule[], origin: Origin): Renamed =>
  rename(
    rules.filter((rule) => rule.target === "table" && isOfTable(rule, origin)),
    origin.table,
  );

export const renameColumn = (rules: readonly Rule[], origin: Origin, column: string): Renamed =>
  rename(columnRules(rules, origin, column), column);
