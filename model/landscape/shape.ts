import * as v from "valibot";
import type { Draft } from "./draft";
import { below, isObject, type Keys } from "./keys";
import { type Problem, problemAt } from "./problem";
import { reservedKeys } from "./reserved-keys";
import { landscapeSchema } from "./schema";
import type { Landscape } from "./types";

/** What the schema says about a value. */
export interface ShapeReport {
  readonly problems: readonly Problem[];
  /** The value without everything that the schema refuses. */
  readonly draft: Draft<Landscape>;
  /** The value itself when the schema accepts all of it. */
  readonly landscape?: Landscape;
}

/** Checks the shape of any value. Never throws. */
export function checkShape(value: unknown): ShapeReport {
  const result = v.safeParse(landscapeSchema, value);
  const reserved = reservedKeys(value);
  if (result.success && reserved.length === 0) return { problems: [], draft: result.output, landscape: result.output };
  const found = [
    ...(result.issues ?? []).map((issue) => ({ keys: keysOf(issue), value: issue.input, remedy: issue.message })),
    ...reserved.map(({ keys, value: item }) => ({ keys, value: item, remedy: RESERVED })),
  ];
  const problems = found.map((problem) => problemAt(value, problem.keys, problem.value, problem.remedy));
  const refused = new Set(found.filter((problem) => !isName(problem)).map(({ keys }) => JSON.stringify(keys)));
  const draft = without(refused, value, []);
  return { problems, draft: isDraft(draft) ? draft : {} };
}

const RESERVED = "write another name: JavaScript reserves this one";

/** The schema has accepted whatever remains, and a draft may miss everything else. */
const isDraft = (value: unknown): value is Draft<Landscape> => isObject(value);

/** A name in the wrong form stays in the draft, because it tells people where the problems around it are. */
const isName = ({ keys, value }: { readonly keys: Keys; readonly value: unknown }): boolean =>
  keys.at(-1) === "name" && keys.at(-2) !== "columns" && typeof value === "string";

function keysOf(issue: v.BaseIssue<unknown>): Keys {
  return (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
}

/** A copy without the refused values. Ends for every input: the schema has refused what is deeper than a landscape. */
function without(refused: ReadonlySet<string>, value: unknown, keys: Keys): unknown {
  if (refused.has(JSON.stringify(keys))) return undefined;
  if (Array.isArray(value))
    return Array.from(value, (item: unknown, index) => without(refused, item, below(keys, index)));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, without(refused, item, below(keys, key))]),
  );
}
