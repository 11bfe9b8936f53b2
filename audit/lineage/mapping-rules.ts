import { blocks, isBlock } from "../output/json";
import type { Block } from "../output/types";
import { insideText, textOf } from "./place";
import type { Break, Place } from "./types";

/** A row condition of a selection rule. */
export interface RowFilter {
  readonly column: string;
  /** In words, `amount gte 10`. */
  readonly conditions: readonly string[];
}

/** A rule of a replication task's table mappings. */
export interface Rule {
  readonly id: string;
  readonly type: string;
  readonly action: string;
  readonly target: string;
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  readonly value: string;
  readonly oldValue: string;
  readonly expression: string;
  /** `string(50)`; empty when the rule changes no type. */
  readonly dataType: string;
  readonly filters: readonly RowFilter[];
  readonly at: Place;
}

function typeOf(value: unknown): string {
  if (!isBlock(value)) return "";
  const sizes = ["length", "precision", "scale"].flatMap((key) => (key in value ? [textOf(value[key])] : []));
  return `${textOf(value["type"])}${sizes.length === 0 ? "" : `(${sizes.join(",")})`}`;
}

const filterOf = (filter: Block): RowFilter => ({
  column: textOf(filter["column-name"]),
  conditions: blocks(filter["filter-conditions"]).map((condition) =>
    [
      textOf(filter["column-name"]),
      textOf(condition["filter-operator"]),
      ...["value", "start-value", "end-value"].flatMap((key) => (key in condition ? [textOf(condition[key])] : [])),
    ].join(" "),
  ),
});

/**
 * Rules of a task's table mappings, in the order in which they are written.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TableMapping.SelectionTransformation.html
 */
export function readRules(mappings: unknown, at: Place): readonly Rule[] | Break {
  let json: unknown;
  try {
    json = JSON.parse(textOf(mappings));
  } catch {
    return { why: "the table mappings are no JSON", at };
  }
  if (!isBlock(json) || !Array.isArray(json["rules"])) return { why: "the table mappings hold no rules", at };
  return json["rules"].map((each: unknown, index): Rule => {
    const rule = isBlock(each) ? each : {};
    const locator = isBlock(rule["object-locator"]) ? rule["object-locator"] : {};
    return {
      id: textOf(rule["rule-id"]),
      type: textOf(rule["rule-type"]),
      action: textOf(rule["rule-action"]),
      target: textOf(rule["rule-target"]),
      schema: textOf(locator["schema-name"]),
      table: textOf(locator["table-name"]),
      column: textOf(locator["column-name"]),
      value: textOf(rule["value"]),
      oldValue: textOf(rule["old-value"]),
      expression: textOf(rule["expression"]),
      dataType: typeOf(rule["data-type"]),
      filters: blocks(rule["filters"]).map(filterOf),
      at: insideText(at, "rules", index),
    };
  });
}

const patterns = new Map<string, RegExp>();

/** `[_]`, `[ab]` and `[a-d]`, or one character. */
const PARTS = /\[[^\]]+\]|./gsu;

function partOf(part: string): string {
  if (part === "%") return ".*";
  if (part === "_") return ".";
  if (part.length > 1) return `[${part.slice(1, -1).replaceAll(/[\\^\]]/g, "\\$&")}]`;
  return part.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

function patternOf(name: string): RegExp {
  const known = patterns.get(name);
  if (known !== undefined) return known;
  const pattern = new RegExp(`^${[...name.matchAll(PARTS)].map(([part]) => partOf(part)).join("")}$`, "su");
  patterns.set(name, pattern);
  return pattern;
}

/** The name that a locator spells out, with `[_]` for an underscore. */
export const spelledOut = (pattern: string): string => pattern.replaceAll("[_]", "_");

/** Whether a locator may mean several names: only the source knows which. */
export const isPattern = (locator: string): boolean => /[%_[]/.test(locator.replaceAll("[_]", ""));

/**
 * Whether a name of an object locator means this object: `%` stands for any characters, `_` for any one, `[_]` for an
 * underscore; upper and lower case differ.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TableMapping.SelectionTransformation.Wildcards.html
 */
export const locates = (pattern: string, name: string): boolean => pattern === "%" || patternOf(pattern).test(name);
