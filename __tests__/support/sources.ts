import * as fc from "fast-check";
import { CLASSIFICATIONS, type Classification } from "../../model/contract/classification";
import { column } from "../../model/contract/column";
import type { ColumnContract, Environment, Source, TableContract } from "../../model/landscape/types";
import { first } from "./json";
import { lending, prod } from "./landscapes";

/** A table of these columns, whose first ones are the key. */
export const table = (
  name: string,
  columns: Readonly<Record<string, ColumnContract>>,
  keys = 1,
  schema = "core",
): TableContract => ({
  schema,
  name,
  description: `One row of ${name}`,
  primaryKey: Object.keys(columns).slice(0, keys),
  columns,
});

/** A MySQL source of these tables, named `bank`. */
export const sourceOf = (...tables: readonly TableContract[]): Source => ({
  ...first(lending.sources),
  name: "bank",
  domain: "bank",
  tables,
});

/** The default environment with this as its only source. */
export const environmentOf = (source: Source): Environment => ({
  ...prod,
  producers: [{ ...lending, sources: [source] }],
});

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,10}$/);
const classification = fc.constantFrom<Classification>(...CLASSIFICATIONS);

const columns = fc
  .uniqueArray(fc.tuple(name, classification), { minLength: 1, maxLength: 8, selector: ([each]) => each })
  .map((list) =>
    Object.fromEntries([
      ["id", column("bigint", "internal", "Key")],
      ...list.filter(([each]) => each !== "id").map(([each, value]) => [each, column("int", value, "Value")] as const),
    ]),
  );

/** Sources of one to five tables of arbitrary columns in up to three schemas. */
export const anySource: fc.Arbitrary<Source> = fc
  .uniqueArray(fc.tuple(name, columns, fc.constantFrom("core", "cards", "Loans")), {
    minLength: 1,
    maxLength: 5,
    selector: ([each]) => each,
  })
  .map((tables) => sourceOf(...tables.map(([each, cols, schema]) => table(each, cols, 1, schema))));
