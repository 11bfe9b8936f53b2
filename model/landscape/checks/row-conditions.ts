import { lakeType } from "../../contract/column-types";
import { type Engine, engineFacts } from "../../contract/engine";
import { filterValueOf } from "../../contract/filter-value";
import { formOf } from "../../reconciliation/forms";
import type { Draft } from "../draft";
import { below } from "../keys";
import { problemAt } from "../problem";
import type { RowCondition, TableContract } from "../types";
import { environmentsOf, producersOf, sourcesOf, tablesOf } from "../walk";
import type { Check } from "./check";

/** Which value of a condition is wrong, and what to do about it. */
interface Wrong {
  readonly key: keyof RowCondition;
  readonly remedy: string;
}

/**
 * A condition names a column that decides once and for all: of the key, or promised never to change. With any other, DMS
 * keeps rows that no longer meet it, or brings only later changes of rows that begin to. It is one that DMS compares, and
 * that reconciliation can compare too, or nobody would see a broken promise.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.Filters.html
 */
export const rowConditions: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap((source) =>
      tablesOf(source).flatMap(({ value: table, keys }) =>
        (table.onlyRows ?? []).flatMap((condition, index) => {
          const wrong = condition === undefined ? undefined : wrongIn(source.value.engine, table, condition);
          if (condition === undefined || wrong === undefined) return [];
          const here = below(keys, "onlyRows", index, wrong.key);
          return [problemAt(landscape, here, condition[wrong.key], wrong.remedy)];
        }),
      ),
    );

const wrongColumn = (remedy: string): Wrong => ({ key: "column", remedy });

function wrongIn(
  engine: Engine | undefined,
  { columns, primaryKey }: Draft<TableContract>,
  { column: name, operator, value }: Draft<RowCondition>,
): Wrong | undefined {
  if (name === undefined || columns === undefined) return undefined;
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (column === undefined) return wrongColumn("write the name of a column of the table");
  const { type, classification, immutable } = column;
  if (engine === undefined || type === undefined || classification === undefined) return undefined;
  if (classification === "forbidden") {
    return wrongColumn(
      "write a column that reaches the lake, where reconciliation sees whether rows still meet the condition",
    );
  }
  const outcome = lakeType(engine, type);
  if ("refused" in outcome) return undefined;
  if (outcome.isLob === true) {
    return wrongColumn("write a column of limited length: AWS DMS does not filter by large objects");
  }
  const values = filterValueOf(formOf(engineFacts(engine).family, type));
  if (values === undefined) {
    return wrongColumn(
      "write a column of decimal numbers, texts, days, or moments without time zone: values of this one are not compared alike at the source, by AWS DMS and in the lake",
    );
  }
  if (primaryKey?.includes(name) !== true && immutable !== true) {
    return wrongColumn(
      `write a column of the key, or \`immutable: true\` at \`${name}\` if no row's value ever changes: AWS DMS goes on with a row as it was when the condition decided`,
    );
  }
  if (operator !== undefined && !values.operators.includes(operator)) {
    return {
      key: "operator",
      remedy: "write `eq` or `noteq`: which text comes first differs from database to database",
    };
  }
  if (value === undefined || values.pattern.test(value)) return undefined;
  return { key: "value", remedy: `write ${values.remedy}` };
}
