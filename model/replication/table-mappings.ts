import { atSource } from "../contract/at-source";
import { acceptedLakeType } from "../contract/column-types";
import type { Engine } from "../contract/engine";
import type { RowCondition, Source, TableContract } from "../landscape/types";
import { SEQUENCE_COLUMN, SEQUENCE_LENGTH } from "./layout";

interface Rule {
  readonly "rule-type": "selection" | "transformation";
  readonly "rule-name": string;
  readonly [key: string]: unknown;
}

/**
 * A name as a locator means it and nothing else: `_` stands for any character, `[_]` for itself.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TableMapping.SelectionTransformation.Wildcards.html
 */
export const exactly = (name: string): string => name.replaceAll("_", "[_]");

const locator = (table: TableContract): Readonly<Record<string, string>> => ({
  "schema-name": exactly(table.schema),
  "table-name": exactly(table.name),
});

/** https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.Filters.html */
function filter({ column, operator, value }: RowCondition): Readonly<Record<string, unknown>> {
  return {
    "filter-type": "source",
    "column-name": column,
    "filter-conditions": [{ "filter-operator": operator, value }],
  };
}

function include(table: TableContract): Rule {
  return {
    "rule-type": "selection",
    "rule-name": `include ${table.schema}.${table.name}`,
    "rule-action": "include",
    "object-locator": locator(table),
    filters: (table.onlyRows ?? []).map(filter),
  };
}

function removeForbidden(table: TableContract): readonly Rule[] {
  return Object.entries(table.columns)
    .filter(([, column]) => column.classification === "forbidden")
    .map(([name]) => ({
      "rule-type": "transformation",
      "rule-name": `remove ${table.schema}.${table.name}.${name}`,
      "rule-action": "remove-column",
      "rule-target": "column",
      "object-locator": { ...locator(table), "column-name": exactly(name) },
    }));
}

/** Gives columns another type where DMS's own choice would damage values. */
function changeTypes(engine: Engine, table: TableContract): readonly Rule[] {
  return Object.entries(table.columns)
    .filter(([, { classification }]) => classification !== "forbidden")
    .flatMap(([name, { type }]) => {
      const { dmsType } = acceptedLakeType(engine, type);
      if (dmsType === undefined) return [];
      return [
        {
          "rule-type": "transformation",
          "rule-name": `type of ${table.schema}.${table.name}.${name}`,
          "rule-action": "change-data-type",
          "rule-target": "column",
          "object-locator": { ...locator(table), "column-name": exactly(name) },
          "data-type": dmsType,
        },
      ];
    });
}

/** Commit times repeat within a second and a transaction; `$AR_H_CHANGE_SEQ` orders what they leave open. */
function addSequence(table: TableContract): Rule {
  return {
    "rule-type": "transformation",
    "rule-name": `sequence of ${table.schema}.${table.name}`,
    "rule-action": "add-column",
    "rule-target": "column",
    "object-locator": locator(table),
    value: SEQUENCE_COLUMN,
    expression: "$AR_H_CHANGE_SEQ",
    "data-type": { type: "string", length: SEQUENCE_LENGTH },
  };
}

/** Gives a table the name that the lake has for it. */
const rename = (contract: TableContract): readonly Rule[] => {
  const table = atSource(contract);
  if (table.name === contract.name) return [];
  return [
    {
      "rule-type": "transformation",
      "rule-name": `name of ${table.schema}.${table.name}`,
      "rule-action": "rename",
      "rule-target": "table",
      "object-locator": locator(table),
      value: contract.name,
    },
  ];
};

/**
 * Catalog names are lower case; so must be the folders and columns that DMS writes. DMS applies one rule to a table's name,
 * so where one is renamed the others keep the name that they have, which is lower case.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TableMapping.SelectionTransformation.Transformations.html
 */
function lowerCase(schema: string, isRenamed: boolean): readonly Rule[] {
  return ["schema", ...(isRenamed ? [] : ["table"]), "column"].map((target) => ({
    "rule-type": "transformation",
    "rule-name": `lower-case ${target} names of ${schema}`,
    "rule-action": "convert-lowercase",
    "rule-target": target,
    "object-locator": {
      "schema-name": exactly(schema),
      ...(target === "schema" ? {} : { "table-name": "%" }),
      ...(target === "column" ? { "column-name": "%" } : {}),
    },
  }));
}

/**
 * Table mappings of a source's replication task: exactly the contracted tables, without their forbidden columns.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TableMapping.SelectionTransformation.html
 */
export function tableMappings(source: Source): string {
  const tables = source.tables.map(atSource);
  const schemas = [...new Set(tables.map(({ schema }) => schema))];
  const renamed = new Set(source.tables.filter((table) => rename(table).length > 0).map(({ schema }) => schema));
  const rules = [
    ...tables.map(include),
    ...tables.flatMap(removeForbidden),
    ...tables.flatMap((table) => changeTypes(source.engine, table)),
    ...tables.map(addSequence),
    ...source.tables.flatMap(rename),
    ...schemas.flatMap((schema) => lowerCase(schema, renamed.has(schema))),
  ];
  return JSON.stringify({ rules: rules.map((rule, index) => ({ "rule-id": String(index + 1), ...rule })) });
}
