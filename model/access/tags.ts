import { LAKE_CLASSIFICATIONS, readableUpTo } from "../contract/classification";
import type { Environment, Layer } from "../landscape/types";

export type { Layer } from "../landscape/types";

/** LF-tag keys. Every database, table and column of the lake has a value of each, its own or inherited. */
export const TAG = { domain: "domain", classification: "classification", layer: "layer" } as const;

/** Values of the tag `layer`: files as DMS wrote them, and current-state tables. */
export const LAYERS: readonly Layer[] = ["raw", "curated"];

/**
 * Classification that whatever is in a database inherits until it has its own: the highest, so that nothing becomes
 * visible by being forgotten.
 */
export const DEFAULT_CLASSIFICATION = "restricted";

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

/** Classifications that a column, a share or the default has, lowest first. */
function classifications(environment: Environment): readonly string[] {
  const columns = environment.producers
    .flatMap(({ sources }) => sources.flatMap(({ tables }) => tables))
    .flatMap((table) => Object.values(table.columns).map(({ classification }) => classification));
  const shares = environment.consumers.flatMap(({ teams }) => teams.flatMap((team) => team.shares));
  const used = new Set([DEFAULT_CLASSIFICATION, ...columns, ...shares.flatMap(({ upTo }) => readableUpTo(upTo))]);
  return LAKE_CLASSIFICATIONS.filter((value) => used.has(value));
}

/** The tag ontology of an environment. A tag needs a value, so there is no domain before there is a source. */
export function tagOntology(environment: Environment): readonly LfTag[] {
  const tags = [
    { key: TAG.classification, values: classifications(environment) },
    { key: TAG.domain, values: domains(environment) },
    { key: TAG.layer, values: LAYERS },
  ];
  return tags.filter(({ values }) => values.length > 0);
}
