/** How types of the sources arrive in the lake. Each engine's table says what DMS makes of each type. */
import { type Engine, type EngineFamily, engineFacts } from "./engine";
import type { LakeType, RefusedType } from "./lake-type";
import { MYSQL_TYPES } from "./mysql-types";
import { POSTGRESQL_TYPES } from "./postgresql-types";
import type { TypeRule } from "./type-rule";

export type { DmsType, LakeType, RefusedType } from "./lake-type";

const RULES: Readonly<Record<EngineFamily, readonly TypeRule[]>> = {
  mysql: MYSQL_TYPES,
  postgresql: POSTGRESQL_TYPES,
};

/** How a source type arrives in the lake, or why it cannot. */
export function lakeType(engine: Engine, sourceType: string): LakeType | RefusedType {
  const text = sourceType.trim().toLowerCase().replaceAll(/\s+/g, " ");
  for (const { pattern, outcome } of RULES[engineFacts(engine).family]) {
    const match = text.match(pattern);
    if (match) return outcome(match);
  }
  return { refused: `a type of ${engine} that the lake knows (docs/types.md), or make the column \`forbidden\`` };
}

/**
 * The lake type of a column that the landscape's checks have accepted.
 * @throws Error when the type is refused
 */
export function acceptedLakeType(engine: Engine, sourceType: string): LakeType {
  const result = lakeType(engine, sourceType);
  if ("refused" in result) throw new Error(`column type "${sourceType}" cannot be replicated: write ${result.refused}`);
  return result;
}
