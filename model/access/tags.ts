import { LAKE_CLASSIFICATIONS } from "../contract/classification";
import type { Environment } from "../landscape/types";

/** LF-tag keys. Every database, table and column of the lake has a value of each, its own or inherited. */
export const TAG = { domain: "domain", classification: "classification", layer: "layer" } as const;

/** Values of the tag `layer`: files as DMS wrote them, and current-state tables. */
export const LAYERS = ["raw", "curated"] as const;

export type Layer = (typeof LAYERS)[number];

/** An LF-tag with all the values that resources and grants of the environment use. */
export interface LfTag {
  readonly key: string;
  readonly values: readonly string[];
}

/** Names of all domains, sorted. */
export function domains(environment: Environment): readonly string[] {
  const names = environment.producers.flatMap(({ sources }) => sources.map(({ domain }) => domain));
  return [...new Set(names)].toSorted();
}

/** The tag ontology of an environment. */
export function tagOntology(environment: Environment): readonly LfTag[] {
  const tags = [
    { key: TAG.classification, values: LAKE_CLASSIFICATIONS },
    { key: TAG.domain, values: domains(environment) },
    { key: TAG.layer, values: LAYERS },
  ];
  return tags.filter(({ values }) => values.length > 0);
}
