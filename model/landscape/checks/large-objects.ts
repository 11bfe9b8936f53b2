import { lakeType } from "../../contract/column-types";
import { below } from "../keys";
import { problemAt } from "../problem";
import { columnsOf, environmentsOf, producersOf, sourcesOf, tablesOf } from "../walk";
import type { Check } from "./check";

/**
 * DMS cuts large objects for S3 at a limit. The source says how long they may be, so that nobody is surprised; and no key is
 * one, for DMS finds their rows by the key.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.LOBSupport.html
 */
export const largeObjects: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap((source) => {
      const { engine, lobMaxKb } = source.value;
      if (engine === undefined) return [];
      return tablesOf(source).flatMap((table) =>
        columnsOf(table).flatMap(({ name, value: { type, classification }, keys }) => {
          const outcome = type === undefined || classification === "forbidden" ? undefined : lakeType(engine, type);
          if (outcome === undefined || "refused" in outcome || outcome.isLob !== true) return [];
          const here = below(keys, "type");
          if (table.value.primaryKey?.includes(name)) {
            return [problemAt(landscape, here, type, "write a type of limited length: a key cannot be a large object")];
          }
          if (lobMaxKb !== undefined) return [];
          const remedy =
            "write a type of limited length, for example `varchar(2000)`, or say in `lobMaxKb` of the source how many KiB the longest value has";
          return [problemAt(landscape, here, type, remedy)];
        }),
      );
    });
