/** Mistakes that are planted in generated JSON before it is deployed, and the step that must find each. */
import type { Environment } from "../../../model/landscape/types";
import type { Plant, Unplanted } from "../plant";
import { CATALOG_PLANTS } from "./catalog";
import { MERGE_PLANTS } from "./merge";
import { READER_PLANTS } from "./readers";
import { REPLICATION_PLANTS } from "./replication";

/** The mistakes that an environment has a place for, and those that it has none for. */
export function plantsOf(environment: Environment): {
  readonly plants: readonly Plant[];
  readonly unplanted: readonly Unplanted[];
} {
  const all = [...REPLICATION_PLANTS, ...CATALOG_PLANTS, ...MERGE_PLANTS, ...READER_PLANTS].map((planting) =>
    planting(environment),
  );
  return {
    plants: all.flatMap((each) => ("stack" in each ? [each] : [])),
    unplanted: all.flatMap((each) => ("stack" in each ? [] : [each])),
  };
}
