/**
 * How a run brings one table up to date, as states of the States language. They need `$.table` and `$.run`, the ids of
 * the table's two statements as `$.merge` and `$.load`, and what the run was asked for as `$.input`.
 */
import type { Source } from "../landscape/types";
import { BACK_OFF_SECONDS } from "./retries";
import { deciding } from "./table/decide";
import { ending } from "./table/ending";
import { locking } from "./table/lock";
import { looking, looks } from "./table/look";
import type { State, States, TableMergeProps } from "./table/parts";
import { merging } from "./table/statement";

/** Value of `$.input.only` for all tables; another value is the name of the one that is meant. */
export const EVERY_TABLE = "*";

/** The first state and all states that bring a table up to date; the last ones give `{ table, outcome }`. */
export function tableMerge(props: TableMergeProps): State {
  return {
    StartAt: "Begin",
    States: {
      ...begin(props.source),
      ...locking(props.stateTable),
      ...looking(props),
      ...deciding(props.source),
      ...merging(props.workgroup),
      ...ending(props),
    },
  };
}

function begin(source: Source): States {
  const templates = Object.entries(looks(source)).map(([name, { template }]) => [name, template] as const);
  return {
    Begin: {
      Type: "Pass",
      Result: { sql: Object.fromEntries(templates), attempt: 0, limits: BACK_OFF_SECONDS },
      ResultPath: "$.own",
      Next: "Is it asked for",
    },
    "Is it asked for": {
      Type: "Choice",
      Choices: [
        {
          Or: [
            { Variable: "$.input.only", StringEquals: EVERY_TABLE },
            { Variable: "$.input.only", StringEqualsPath: "$.table" },
          ],
          Next: "Lock",
        },
      ],
      Default: "Skipped",
    },
  };
}
