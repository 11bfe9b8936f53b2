import { format } from "../filled-text";
import { ATHENA_RETRY, BACK_OFF_SECONDS, transientReasons } from "../retries";
import { OTHERWISE_FAILED, query, type State, type States } from "./parts";

const MERGE_SECONDS = 2 * 60 * 60;

const fetch = (id: string, next: string): State => ({
  Type: "Task",
  Resource: "arn:aws:states:::aws-sdk:athena:getNamedQuery",
  Parameters: { "NamedQueryId.$": id },
  ResultSelector: { "text.$": "$.NamedQuery.QueryString" },
  ResultPath: "$.statement",
  Retry: ATHENA_RETRY,
  Catch: [OTHERWISE_FAILED],
  Next: next,
});

/**
 * A query that fails ends as `States.TaskFailed`, whatever the reason; the reason stands in its report. Tried again, a
 * merge looks anew first.
 */
export function merging(workgroup: string): States {
  const run = (text: string): State => ({
    ...query(workgroup, text, MERGE_SECONDS),
    ResultSelector: { "milliseconds.$": "$.QueryExecution.Statistics.TotalExecutionTimeInMillis" },
    ResultPath: "$.ran",
    Next: "Remember merged",
  });
  return {
    "Fetch merge": fetch("$.merge", "Merge"),
    "Fetch load": fetch("$.load", "Load"),
    // The commit time stands twice in the statement.
    Merge: run(format("$.statement.text", ["$.look.since", "$.look.since"])),
    Load: run("$.statement.text"),
    "May it pass": {
      Type: "Choice",
      Choices: [
        {
          And: [
            { Variable: "$.own.attempt", NumericLessThan: BACK_OFF_SECONDS.length },
            { Or: transientReasons.map((reason) => ({ Variable: "$.error.Cause", StringMatches: reason })) },
          ],
          Next: "Count attempt",
        },
      ],
      Default: "Failed",
    },
    "Count attempt": {
      Type: "Pass",
      Parameters: {
        "sql.$": "$.own.sql",
        "limits.$": "$.own.limits",
        "attempt.$": "States.MathAdd($.own.attempt, 1)",
        "seconds.$": "States.MathRandom(1, States.ArrayGetItem($.own.limits, $.own.attempt))",
      },
      ResultPath: "$.own",
      Next: "Back off",
    },
    "Back off": { Type: "Wait", SecondsPath: "$.own.seconds", Next: "What to look at" },
  };
}
