import * as v from "valibot";
import { type Problem, shown } from "../problem";
import { dataType } from "./data-type";
import { filter } from "./filter";

const SEQUENCE = "$AR_H_CHANGE_SEQ";

/** A sequence has 35 digits: sixteen of a time and nineteen of a number. */
const SEQUENCE_DIGITS = 35;

const identity = { "rule-id": v.pipe(v.union([v.string(), v.number()]), v.transform(String)), "rule-name": v.string() };
const schema = { "schema-name": v.string() };
const table = { ...schema, "table-name": v.string() };
const column = { ...table, "column-name": v.string() };

const selection = v.strictObject({
  ...identity,
  "rule-type": v.literal("selection"),
  "rule-action": v.picklist(["include", "exclude", "explicit"]),
  "object-locator": v.strictObject({ ...table, "table-type": v.exactOptional(v.literal("table")) }),
  // Which tables are loaded first changes no row.
  "load-order": v.exactOptional(v.number()),
  filters: v.exactOptional(v.array(filter)),
});

const transformation = { ...identity, "rule-type": v.literal("transformation") };

const removal = v.strictObject({
  ...transformation,
  "rule-action": v.literal("remove-column"),
  "rule-target": v.literal("column"),
  "object-locator": v.strictObject(column),
});

const addition = v.strictObject({
  ...transformation,
  "rule-action": v.literal("add-column"),
  "rule-target": v.literal("column"),
  "object-locator": v.strictObject(table),
  value: v.pipe(v.string(), v.minLength(1)),
  expression: v.literal(SEQUENCE, `only ${SEQUENCE} is imitated`),
  "data-type": v.pipe(
    dataType,
    v.check(
      ({ type, length = 0 }) => ["string", "wstring"].includes(type) && length >= SEQUENCE_DIGITS,
      `write a string of at least ${SEQUENCE_DIGITS} characters, else the sequence is cut`,
    ),
  ),
});

const typeChange = v.strictObject({
  ...transformation,
  "rule-action": v.literal("change-data-type"),
  "rule-target": v.literal("column"),
  "object-locator": v.strictObject(column),
  "data-type": dataType,
});

const change = {
  "rule-action": v.picklist([
    "add-prefix",
    "add-suffix",
    "convert-lowercase",
    "convert-uppercase",
    "remove-prefix",
    "remove-suffix",
    "rename",
    "replace-prefix",
    "replace-suffix",
  ]),
  value: v.exactOptional(v.nullable(v.string())),
  "old-value": v.exactOptional(v.nullable(v.string())),
};

const naming = v.pipe(
  v.variant("rule-target", [
    v.strictObject({
      ...transformation,
      ...change,
      "rule-target": v.literal("schema"),
      "object-locator": v.strictObject(schema),
    }),
    v.strictObject({
      ...transformation,
      ...change,
      "rule-target": v.literal("table"),
      "object-locator": v.strictObject(table),
    }),
    v.strictObject({
      ...transformation,
      ...change,
      "rule-target": v.literal("column"),
      "object-locator": v.strictObject(column),
    }),
  ]),
  v.check(
    ({ "rule-action": action, value }) => action.startsWith("convert-") || typeof value === "string",
    "write the new name or part of it as `value`",
  ),
  v.check(
    ({ "rule-action": action, "old-value": old }) => !action.startsWith("replace-") || typeof old === "string",
    "write what is replaced as `old-value`",
  ),
);

export type SelectionRule = v.InferOutput<typeof selection>;
export type RemovalRule = v.InferOutput<typeof removal>;
export type AdditionRule = v.InferOutput<typeof addition>;
export type TypeChangeRule = v.InferOutput<typeof typeChange>;
export type NamingRule = v.InferOutput<typeof naming>;

/** A rule of the table mappings that is imitated. */
export type MappingRule = AdditionRule | NamingRule | RemovalRule | SelectionRule | TypeChangeRule;

/** Schemas by the action; other actions of DMS are not imitated. */
const SCHEMAS: Readonly<Record<string, v.GenericSchema<unknown, MappingRule>>> = {
  "add-column": addition,
  "change-data-type": typeChange,
  "remove-column": removal,
  ...Object.fromEntries(selection.entries["rule-action"].options.map((action) => [action, selection])),
  ...Object.fromEntries(change["rule-action"].options.map((action) => [action, naming])),
};

const head = v.looseObject({ "rule-id": v.unknown(), "rule-name": v.unknown(), "rule-action": v.unknown() });
const document = v.strictObject({ rules: v.array(head) });

const label = (rule: v.InferOutput<typeof head>): string =>
  `rule ${String(rule["rule-id"])} "${String(rule["rule-name"])}"`;

function readRule(rule: v.InferOutput<typeof head>): MappingRule | readonly Problem[] {
  const action = String(rule["rule-action"]);
  const found = SCHEMAS[action];
  if (found === undefined)
    return [{ where: label(rule), found: `rule-action ${action}`, instead: "it is not imitated" }];
  const { success, output, issues } = v.safeParse(found, rule);
  if (success) return output;
  return issues.map((issue) => {
    const place = v.getDotPath(issue) ?? "the rule";
    const unknown = issue.kind === "schema" && issue.type === "strict_object" && issue.expected === "never";
    const value: unknown = issue.path?.at(-1)?.value;
    return unknown
      ? { where: label(rule), found: `${place} is ${shown(value)}`, instead: "this property is not known here" }
      : { where: label(rule), found: `${place} is ${shown(issue.input) ?? "missing"}`, instead: issue.message };
  });
}

/** Rules of table mappings, or what is wrong with them, each with id and name. */
export function readRules(mappings: string): {
  readonly rules: readonly MappingRule[];
  readonly problems: readonly Problem[];
} {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), document), mappings);
  if (!parsed.success) {
    const found = parsed.issues.map(({ message }) => message).join(", ");
    return { rules: [], problems: [{ where: "table mappings", found, instead: 'write `{"rules": [...]}`' }] };
  }
  const read = parsed.output.rules.map(readRule);
  const ids = parsed.output.rules.map((rule) => String(rule["rule-id"]));
  const repeated = parsed.output.rules.filter((rule, index) => ids.indexOf(String(rule["rule-id"])) < index);
  return {
    rules: read.flatMap((rule) => ("rule-id" in rule ? [rule] : [])),
    problems: [
      ...read.flatMap((rule) => ("rule-id" in rule ? [] : rule)),
      ...repeated.map((rule) => ({
        where: label(rule),
        found: "its id is taken",
        instead: "every rule has an id of its own",
      })),
    ],
  };
}

/** How problems name a rule. */
export const ruleLabel = (rule: MappingRule): string => label(rule);
