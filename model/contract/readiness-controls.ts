import type { EngineFamily } from "./engine";

/** What readiness asks of a table. */
export interface ReadinessControl {
  readonly id: `readiness-${string}`;
  /** What is true of a table that has it. */
  readonly sentence: string;
  /** Engines whose databases are asked. */
  readonly families: readonly EngineFamily[];
}

/**
 * What readiness asks of each table and a waiver in its contract can accept, where nothing can be done at the source. A new
 * one is an entry here and a question in `model/readiness/`, made by `ofTables`.
 */
export const READINESS_CONTROLS = [
  {
    id: "readiness-column-types",
    sentence: "Each column has the type of its contract",
    families: ["postgresql"],
  },
  { id: "readiness-deferrable-key", sentence: "The primary key is not deferrable", families: ["postgresql"] },
  {
    id: "readiness-generated-columns",
    sentence: "No column is computed only when it is read",
    families: ["postgresql"],
  },
  { id: "readiness-inheritance", sentence: "The table has no child tables", families: ["postgresql"] },
  {
    id: "readiness-large-values",
    sentence: "Updates carry values that lie outside of the row",
    families: ["postgresql"],
  },
  { id: "readiness-logged-table", sentence: "Every change of the table is logged", families: ["postgresql"] },
  {
    id: "readiness-replica-identity",
    sentence: "The log names the row of each update and deletion by its key",
    families: ["postgresql"],
  },
  { id: "readiness-row-security", sentence: "The replication user sees every row", families: ["postgresql"] },
  {
    id: "readiness-similar-names",
    sentence: "No other table has the name in letters of another case",
    families: ["postgresql"],
  },
  { id: "readiness-foreign-keys", sentence: "No foreign key changes rows", families: ["mysql"] },
  { id: "readiness-key-texts", sentence: "Keys tell texts apart as bytes do", families: ["mysql", "postgresql"] },
  { id: "readiness-partitions", sentence: "No rows go with a partition", families: ["mysql"] },
  { id: "readiness-storage-engine", sentence: "InnoDB keeps the table", families: ["mysql"] },
  { id: "readiness-system-versions", sentence: "The log has rows as they are", families: ["mysql"] },
  { id: "readiness-truncation", sentence: "No program at the source empties the table", families: ["mysql"] },
] as const satisfies readonly ReadinessControl[];

/** Id of something that readiness asks of tables. */
export type ReadinessControlId = (typeof READINESS_CONTROLS)[number]["id"];

/** Ids of all of them. */
export const READINESS_CONTROL_IDS: readonly ReadinessControlId[] = READINESS_CONTROLS.map(({ id }) => id);

/** Ids of what databases of a family are asked. */
export const readinessControlsOf = (family: EngineFamily): readonly ReadinessControlId[] =>
  READINESS_CONTROLS.filter(({ families }: ReadinessControl) => families.includes(family)).map(({ id }) => id);
