import * as v from "valibot";
import type { Draft } from "./draft";
import type { Keys } from "./keys";
import { type Problem, problemAt } from "./problem";
import { reservedKeys } from "./reserved-keys";
import { landscapeSchema } from "./schema";
import type { Landscape } from "./types";
import { without } from "./without";

/** What the schema says about a value. */
export interface ShapeReport {
  readonly problems: readonly Problem[];
  /** The value without everything that the schema refuses. */
  readonly draft: Draft<Landscape>;
  /** The value as it is, marks included, when the schema accepts all of it. */
  readonly landscape?: Landscape;
}

/** Checks the shape of any value. Never throws. */
export function checkShape(value: unknown): ShapeReport {
  const result = v.safeParse(landscapeSchema, value);
  const reserved = reservedKeys(value);
  if (result.success && reserved.length === 0) {
    return { problems: [], draft: without([], value), landscape: result.output };
  }
  const found = [
    ...(result.issues ?? []).map((issue) => ({ keys: keysOf(issue), value: issue.input, remedy: issue.message })),
    ...reserved.map(({ keys, value: item }) => ({ keys, value: item, remedy: RESERVED })),
  ];
  const problems = found.map((problem) => problemAt(value, problem.keys, problem.value, problem.remedy));
  const refused = found.filter((problem) => !isName(problem)).map(({ keys }) => keys);
  return { problems, draft: without(refused, value) };
}

const RESERVED = "write another name: JavaScript reserves this one";

/** A name in the wrong form stays in the draft, because it tells people where the problems around it are. */
const isName = ({ keys, value }: { readonly keys: Keys; readonly value: unknown }): boolean =>
  keys.at(-1) === "name" && keys.at(-2) !== "columns" && typeof value === "string";

function keysOf(issue: v.BaseIssue<unknown>): Keys {
  return (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
}
