import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf, producersOf, sourcesOf, tablesOf } from "../walk";
import type { Check } from "./check";

/** Schemas of MySQL and PostgreSQL themselves, and the one that DMS writes its heartbeat to. */
const SYSTEM = new Set([
  "information_schema",
  "lake_heartbeat",
  "mysql",
  "performance_schema",
  "pg_catalog",
  "pg_toast",
  "sys",
]);

/** Tables of the engine itself are not replicated. */
export const systemSchemas: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap(tablesOf)
    .filter(({ value: { schema } }) => schema !== undefined && SYSTEM.has(schema))
    .map(({ value: { schema }, keys }) =>
      problemAt(
        landscape,
        below(keys, "schema"),
        schema,
        "write the schema of an application: this one is the engine's own",
      ),
    );
