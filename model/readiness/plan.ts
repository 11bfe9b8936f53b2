/** What makes a source ready for change capture, in SQL, and what says whether it is. */
import { atSource } from "../contract/at-source";
import { engineFacts } from "../contract/engine";
import { isExisting } from "../landscape/kinds";
import type { Source } from "../landscape/types";
import { mysqlPlan } from "./mysql/plan";
import { postgresqlPlan } from "./postgresql/plan";
import type { Operator, ReadinessPlan } from "./types";

/** The plan of a source, in the source's own names. */
export function readinessPlan(landscape: Source): ReadinessPlan {
  const source = { ...landscape, tables: landscape.tables.map(atSource) };
  const operator: Operator = isExisting(source) ? source.existing.operatedBy : "aws";
  return engineFacts(source.engine).family === "mysql" ? mysqlPlan(source, operator) : postgresqlPlan(source, operator);
}
