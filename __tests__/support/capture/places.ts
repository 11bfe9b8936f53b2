import type { TableContract } from "../../../model/landscape/types";
import { deposits } from "../../landscape/deposits";
import { lending } from "../../landscape/lending";
import { prod } from "../../landscape/prod";
import { first } from "../json";
import type { Place } from "./line";

/** Large objects of the made rows are no longer. */
const LOB_KB = 64;

function placeOf(producer: typeof lending, tables: readonly TableContract[]): Place {
  const source = { ...first(producer.sources), tables, lobMaxKb: LOB_KB };
  const changed = { ...producer, sources: [source] };
  // Nobody reads along: shares would have to agree to every new table.
  const environment = { ...prod, producers: [changed], consumers: [], queries: [] };
  return { environment, producer: producer.name, source };
}

/** The tests' landscape with its source of MySQL alone, which has these tables. */
export const mysqlPlace = (tables: readonly TableContract[]): Place => placeOf(lending, tables);

/** The same for PostgreSQL. */
export const postgresqlPlace = (tables: readonly TableContract[]): Place => placeOf(deposits, tables);
