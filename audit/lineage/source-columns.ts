import { isPattern, type Rule, spelledOut } from "./mapping-rules";
import { columnRules, type Origin, renameColumn } from "./renaming";
import type { LakeTarget } from "./tasks";
import type { CatalogColumn, ColumnLineage, Place, Step } from "./types";

/** Where a column of a change table comes from. */
export type SourceColumn = Pick<ColumnLineage, "source" | "steps" | "breaks">;

/** Adds I, U or D to every change; the name is fixed. */
const OPERATION = "op";

const isNamed = (rule: Rule): boolean => rule.column !== "" && !isPattern(rule.column);

/** Names at the source that the rules may turn into a name. */
function candidates(rules: readonly Rule[], name: string): readonly string[] {
  const stripped = rules.flatMap(({ action, value, oldValue }) => {
    if (action === "add-prefix" && name.startsWith(value)) return [name.slice(value.length)];
    if (action === "add-suffix" && name.endsWith(value)) return [name.slice(0, name.length - value.length)];
    if (action === "replace-prefix" && name.startsWith(value)) return [`${oldValue}${name.slice(value.length)}`];
    return action === "remove-prefix" ? [`${value}${name}`] : [];
  });
  const named = rules.filter(isNamed).map(({ column }) => spelledOut(column));
  return [...new Set([...named, name, ...stripped])];
}

const ofTable = (rules: readonly Rule[], origin: Origin): readonly Rule[] =>
  rules.filter((rule) => columnRules([{ ...rule, column: "%" }], origin, "").length > 0);

/** Rule that keeps a column of the source from the lake. */
function removal(rules: readonly Rule[], origin: Origin, column: string): Rule | undefined {
  const kept = ofTable(rules, origin).filter(({ action }) => action === "include-column");
  const isKept = kept.length === 0 || columnRules(kept, origin, column).length > 0;
  return (
    columnRules(rules, origin, column).find(({ action }) => action === "remove-column") ??
    (isKept ? undefined : kept[0])
  );
}

function retyping(rules: readonly Rule[], origin: Origin, column: string): readonly Step[] {
  return columnRules(rules, origin, column)
    .filter(({ action }) => action === "change-data-type")
    .map(({ id, dataType, at }) => ({ kind: "retyped", what: `rule ${id} makes the type ${dataType}`, at }));
}

const made = (what: string, at: Place): SourceColumn => ({ steps: [{ kind: "added", what, at }], breaks: [] });

/** What the replication itself puts into a column; nothing when it does not make it. */
function madeByTask(
  rules: readonly Rule[],
  origin: Origin,
  target: LakeTarget,
  column: CatalogColumn,
): SourceColumn | undefined {
  if (column.isPartition) {
    const what =
      target.dateFolder === undefined ? "the folder of the file" : "the day of commit, which the folder has as name";
    return made(`holds ${what}`, target.at);
  }
  if (column.name === OPERATION) return made("AWS DMS adds I, U or D for insert, update or delete", target.at);
  if (column.name === target.timestampColumn.toLowerCase())
    return made("AWS DMS adds the commit time of the source", target.at);
  const adding = ofTable(rules, origin).find(
    ({ action, value }) => action === "add-column" && value.toLowerCase() === column.name,
  );
  return adding && made(`rule ${adding.id} adds it from ${adding.expression || "a constant"}`, adding.at);
}

/**
 * Where a column that a change table declares comes from. The JSON does not hold the columns of the source, so a column that no
 * rule names is inferred: it has the declared name there too, for all that the rules say.
 */
export function sourceColumn(
  rules: readonly Rule[],
  origin: Origin,
  target: LakeTarget,
  column: CatalogColumn,
  at: Place,
): SourceColumn {
  const byTask = madeByTask(rules, origin, target, column);
  if (byTask !== undefined) return byTask;
  const fitting = ofTable(rules, origin);
  const leads = candidates(fitting, column.name).filter(
    (name) => renameColumn(fitting, origin, name).name.toLowerCase() === column.name,
  );
  const [name = column.name] = leads;
  const removed = removal(fitting, origin, name);
  const known = fitting.some((rule) => isNamed(rule) && spelledOut(rule.column) === name) ? "named" : "inferred";
  const breaks =
    leads.length === 0
      ? [{ why: `the rules give no column of ${origin.schema}.${origin.table} the name ${column.name}`, at }]
      : removed === undefined
        ? []
        : [
            {
              why: `${column.name} is declared, but rule ${removed.id} (${removed.action}) keeps it from the lake`,
              at,
            },
          ];
  return {
    ...(leads.length === 0 ? {} : { source: { name, known } }),
    steps: [...renameColumn(fitting, origin, name).steps, ...retyping(fitting, origin, name)],
    breaks,
  };
}

/** Columns of the source that the rules name and keep from the lake. */
export function removedColumns(rules: readonly Rule[], origin: Origin): readonly ColumnLineage[] {
  return ofTable(rules, origin)
    .filter((rule) => rule.action === "remove-column" && isNamed(rule))
    .map(({ id, column, at }) => ({
      source: { name: spelledOut(column), known: "named" },
      steps: [{ kind: "dropped", what: `rule ${id} removes it: it never reaches the lake`, at }],
      breaks: [],
    }));
}
