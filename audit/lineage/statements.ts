import { isBlock } from "../output/json";
import type { Resolver, Resource } from "../output/types";
import { insideText, placeIn } from "./place";
import { readStatement, type Written } from "./sql/statement";
import type { Break, Place } from "./types";

/** A statement of the JSON that writes a table. */
export interface Statement extends Written {
  /** Account whose stack holds it. */
  readonly account: string;
  readonly text: string;
  readonly at: Place;
}

export interface Statements {
  readonly read: readonly Statement[];
  /** Statements that the reader does not understand. */
  readonly breaks: readonly Break[];
}

interface Found {
  readonly text: string;
  readonly at: Place;
}

const WRITES = /\b(?:merge|insert)\s+into\b/i;
const STATEMENT = /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*(?:merge|insert)\s+into\b/i;
/** Amazon States Language puts a template and its arguments into one text. */
const FORMAT = /^States\.Format\('((?:[^'\\]|\\.)*)'/;

/** A statement in a text; JSON in a text is walked, since definitions and inputs are such. */
function inText(text: string, at: () => Place): readonly Found[] {
  const template = FORMAT.exec(text)?.[1]?.replaceAll(/\\(.)/g, "$1");
  if (STATEMENT.test(template ?? text)) return [{ text: (template ?? text).trim(), at: at() }];
  if (!/^\s*[[{]/.test(text)) return [];
  try {
    const json: unknown = JSON.parse(text);
    const found: Found[] = [];
    walk(json, [], (inner, keys) => {
      const place = insideText(at(), ...keys);
      found.push(...inText(inner, () => place));
    });
    return found;
  } catch {
    return [];
  }
}

type Keys = readonly (string | number)[];

/** Calls for every text that may hold a statement, with the keys that lead to it. */
function walk(value: unknown, keys: Keys, call: (text: string, keys: Keys) => void): void {
  if (typeof value === "string") {
    if (WRITES.test(value)) call(value, keys);
  } else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) walk(each, [...keys, index], call);
  } else if (isBlock(value)) {
    for (const [key, each] of Object.entries(value)) walk(each, [...keys, key], call);
  }
}

/** Statements in the body of a resource, with references in them followed. */
function inResource(resolver: Resolver, resource: Resource): readonly Found[] {
  const found: Found[] = [];
  walk(resource.body, [], (text, keys) => {
    found.push(...inText(resolver.text(resource, text), () => placeIn(resource, ...keys)));
  });
  return found;
}

/** Every statement in the stacks that writes a table, wherever it stands: state machines, objects, schedules, saved queries. */
export function findStatements(resolver: Resolver): Statements {
  const read: Statement[] = [];
  const breaks: Break[] = [];
  for (const { resources } of resolver.output.stacks) {
    for (const resource of resources) {
      for (const { text, at } of inResource(resolver, resource)) {
        try {
          read.push({ ...readStatement(text), account: resource.account, text, at });
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          breaks.push({ why: `the statement is not understood: ${reason}`, at });
        }
      }
    }
  }
  return { read, breaks };
}
