import { readFileSync } from "node:fs";
import * as v from "valibot";

const State = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    version: v.literal(4),
    resources: v.array(v.object({ mode: v.string(), instances: v.array(v.unknown()) })),
  }),
);

/** Number of resources that a state manages; data sources do not count. */
export function countResources(state: string): number {
  return v
    .parse(State, state)
    .resources.filter(({ mode }) => mode === "managed")
    .reduce((sum, { instances }) => sum + instances.length, 0);
}

/** The same from a file; nothing when there is no such file. */
export function countResourcesIn(file: string): number | undefined {
  try {
    return countResources(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
