import { LakeError } from "../error";
import { type Place, placeOf, urlOf } from "./place";
import { projectedValues } from "./projection";
import { type FileTable, nameOf } from "./types";

/** A partition: where its files are, and the values of the partition columns. */
export interface PartitionPlace {
  readonly place: Place;
  /** In the order of the partition columns. */
  readonly values: readonly string[];
}

/**
 * All partitions that Athena would list at a time; for a table without partitions, its own place.
 * https://docs.aws.amazon.com/athena/latest/ug/partition-projection-setting-up.html (storage.location.template)
 */
export function partitionPlaces(table: FileTable, now: Date): readonly PartitionPlace[] {
  const { partitions } = table;
  if (partitions === undefined) return [{ place: table.place, values: [] }];
  if (partitions.projections.length === 0) return [];
  const names = partitions.columns.map(({ name }) => name);
  const template =
    partitions.template ?? `${urlOf(table.place)}${names.map((name) => `${name}=\${${name}}/`).join("")}`;
  const missing = names.filter((name) => !template.includes(`\${${name}}`));
  if (missing.length > 0) {
    throw new LakeError(
      `${nameOf(table)}: storage.location.template is ${template}; it must contain ${missing.map((name) => `\${${name}}`).join(", ")}`,
    );
  }
  const combinations = partitions.projections.reduce<readonly (readonly string[])[]>(
    (lists, projection) => {
      const values = projectedValues(nameOf(table), projection, now);
      return lists.flatMap((list) => values.map((value) => [...list, value]));
    },
    [[]],
  );
  return combinations.map((values) => ({ values, place: placeOf(filled(template, names, values), nameOf(table)) }));
}

const filled = (template: string, names: readonly string[], values: readonly string[]): string =>
  template.replaceAll(/\$\{([^}]+)\}/g, (gap: string, name: string) => values[names.indexOf(name)] ?? gap);
