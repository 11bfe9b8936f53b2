import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf } from "../walk";
import type { Check } from "./check";

/** A copy in the same Region is lost with it. */
export const replicaRegion: Check = (landscape) =>
  environmentsOf(landscape).flatMap(({ value: { governance, region }, keys }) => {
    const copy = governance?.storage?.replica?.region;
    if (copy === undefined || copy !== region) return [];
    const remedy = `write another Region than ${region}, where the lake is`;
    return [problemAt(landscape, below(keys, "governance", "storage", "replica", "region"), copy, remedy)];
  });
