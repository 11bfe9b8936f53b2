import { lakeType } from "../../../model/contract/column-types";
import { exactly } from "../../../model/replication/table-mappings";
import { columnsInLake, type Owned, ownedSources, type Planting, replaced } from "../plant";

const replicationOf = ({ producer, source }: Owned): string => `${producer.name}-replication-${source.name}`;

/** A rule of a mapping, as it stands in a string within JSON. */
const escaped = (rule: Readonly<Record<string, unknown>>): string => JSON.stringify(JSON.stringify(rule)).slice(1, -1);

const droppedColumn: Planting = (environment) => {
  const name = "a mapping rule that drops a column";
  const [place] = columnsInLake(environment);
  if (place === undefined) return { name, why: "no table has a column besides its key" };
  const { table, column } = place;
  const rule = {
    "rule-type": "transformation",
    "rule-id": "900",
    "rule-name": `remove ${table.schema}.${table.name}.${column}`,
    "rule-action": "remove-column",
    "rule-target": "column",
    "object-locator": {
      "schema-name": exactly(table.schema),
      "table-name": exactly(table.name),
      "column-name": exactly(column),
    },
  };
  return {
    name,
    stack: replicationOf(place),
    edit: (json) => replaced(json, '{\\"rules\\":[', `{\\"rules\\":[${escaped(rule)},`),
    found: "catalog",
  };
};

const forbiddenColumn: Planting = (environment) => {
  const name = "a mapping rule that no longer removes a forbidden column";
  const [place] = ownedSources(environment)
    .toReversed()
    .flatMap((owned) =>
      owned.source.tables.flatMap((table) =>
        Object.entries(table.columns).flatMap(([column, { classification, type }]) =>
          // A column of a type that the lake has no room for would stop the task.
          classification === "forbidden" && !("refused" in lakeType(owned.source.engine, type))
            ? [{ ...owned, column }]
            : [],
        ),
      ),
    );
  if (place === undefined) return { name, why: "no table has a forbidden column of a type that the lake could hold" };
  const rule = `\\"column-name\\":\\"${exactly(place.column)}\\"`;
  return {
    name,
    stack: replicationOf(place),
    edit: (json) => replaced(json, rule, `\\"column-name\\":\\"no ${place.column}\\"`),
    found: "catalog",
  };
};

const strangeFolder: Planting = (environment) => {
  const name = "a folder that the writer may not write to";
  const [place] = ownedSources(environment);
  if (place === undefined) return { name, why: "there is no source" };
  return {
    name,
    stack: replicationOf(place),
    edit: (json) => replaced(json, /"bucket_folder": "[^"]+/, (found) => `${found}-elsewhere`),
    found: "replication",
  };
};

const foreignBucket: Planting = (environment) => {
  const name = "a bucket that is expected to be another account's";
  const [place] = ownedSources(environment);
  if (place === undefined) return { name, why: "there is no source" };
  return {
    name,
    stack: replicationOf(place),
    edit: (json) => replaced(json, /"expected_bucket_owner": "\d+"/, '"expected_bucket_owner": "000000000000"'),
    found: "replication",
  };
};

/** Mistakes in replication stacks. */
export const REPLICATION_PLANTS: readonly Planting[] = [droppedColumn, forbiddenColumn, strangeFolder, foreignBucket];
