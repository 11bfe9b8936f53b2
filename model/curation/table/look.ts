import type { Source } from "../../landscape/types";
import { LOOK_COLUMNS, type LookAt, lookAtDays, lookAtGeneration, lookAtWindow } from "../../sql/look";
import { type FilledText, filledText, format, gap } from "../filled-text";
import { ATHENA_RETRY } from "../retries";
import { currentGeneration, OTHERWISE_FAILED, query, type State, type States, type TableMergeProps } from "./parts";

const LOOK_SECONDS = 15 * 60;

const GAPS: Readonly<Record<keyof LookAt, string>> = {
  table: "$.table",
  watermark: "$.state.watermark",
  cursor: "$.state.cursor",
  now: "$$.State.EnteredTime",
  days: "$.input.days",
};

const OPEN: LookAt = {
  table: gap("table"),
  watermark: gap("watermark"),
  cursor: gap("cursor"),
  now: gap("now"),
  days: gap("days"),
};

const LOOKS = { window: lookAtWindow, days: lookAtDays, generation: lookAtGeneration } as const;
type Look = keyof typeof LOOKS;

/** The statements that look, with gaps for what differs by table and run. */
export const looks = (source: Source): Readonly<Record<Look, FilledText>> => ({
  window: filledText(LOOKS.window(source, OPEN), GAPS),
  days: filledText(LOOKS.days(source, OPEN), GAPS),
  generation: filledText(LOOKS.generation(source, OPEN), GAPS),
});

const read = (next: string): State => ({
  Type: "Task",
  Resource: "arn:aws:states:::athena:getQueryResults",
  Parameters: { "QueryExecutionId.$": "$.query.id", MaxResults: 2 },
  // The first row has the names of the columns.
  ResultSelector: Object.fromEntries(
    LOOK_COLUMNS.map((name, index) => [`${name}.$`, `$.ResultSet.Rows[1].Data[${index}].VarCharValue`]),
  ),
  ResultPath: "$.look",
  Retry: ATHENA_RETRY,
  Catch: [OTHERWISE_FAILED],
  Next: next,
});

/** What is new since the last run, in the window that the run was asked for or that its table needs. */
export function looking({ source, workgroup }: TableMergeProps): States {
  const texts = looks(source);
  const look = (name: Look): State => ({
    ...query(workgroup, format(`$.own.sql.${name}`, texts[name].paths), LOOK_SECONDS),
    ResultSelector: { "id.$": "$.QueryExecution.QueryExecutionId" },
    ResultPath: "$.query",
  });
  return {
    "What to look at": {
      Type: "Choice",
      Choices: [
        { Variable: "$.input.rebuild", BooleanEquals: true, Next: "Look at generation" },
        {
          Not: { Variable: "$.state.generation", StringEquals: currentGeneration(source) },
          Next: "Look at generation",
        },
        { Variable: "$.input.wide", BooleanEquals: true, Next: "Look at days" },
      ],
      Default: "Look at window",
    },
    "Look at window": { ...look("window"), Next: "Read window" },
    "Read window": read("Anything new"),
    "Look at days": { ...look("days"), Next: "Read days" },
    "Read days": read("Keep generation"),
    "Look at generation": { ...look("generation"), Next: "Read generation" },
    "Read generation": read("Is load complete"),
  };
}
