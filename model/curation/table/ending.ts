import { metricData } from "../metrics";
import { CLOUDWATCH_RETRY } from "../retries";
import { OTHERWISE_FAILED, type State, type States, type TableMergeProps } from "./parts";
import { remember, unlock } from "./state-item";

/** What became of a table. */
export type Outcome = "busy" | "failed" | "merged" | "skipped" | "unchanged" | "waiting for load";

const outcome = (value: Outcome): State => ({
  Type: "Pass",
  Parameters: { "table.$": "$.table", outcome: value },
  End: true,
});

/** Writes down how far a table is merged, releases its lock, reports, and says what became of it. */
export function ending({ environment, source, stateTable }: TableMergeProps): States {
  const report = (values: Parameters<typeof metricData>[2], next: string): State => ({
    Type: "Task",
    Resource: "arn:aws:states:::aws-sdk:cloudwatch:putMetricData",
    Parameters: metricData(environment, source, values),
    ResultPath: null,
    Retry: CLOUDWATCH_RETRY,
    // What was done is done; a figure less shows as missing data.
    Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: null, Next: next }],
    Next: next,
  });
  const remembered = { ...remember(stateTable), Catch: [OTHERWISE_FAILED] };
  const lag = "States.StringToJson($.look.lag)";
  return {
    "Remember merged": { ...remembered, Next: "Report merged" },
    "Report merged": report(
      { Failures: 0, Lag: lag, RunTime: "$.ran.milliseconds", Successes: 1, WaitingForLoad: 0 },
      "Merged",
    ),
    Merged: outcome("merged"),
    "Remember unchanged": { ...remembered, Next: "Report unchanged" },
    "Report unchanged": report({ Failures: 0, Lag: 0, RunTime: 0, Successes: 1, WaitingForLoad: 0 }, "Unchanged"),
    Unchanged: outcome("unchanged"),
    "Remember waiting": { ...unlock(stateTable), Catch: [OTHERWISE_FAILED], Next: "Report waiting" },
    "Report waiting": report({ Failures: 0, WaitingForLoad: 1 }, "Waiting for load"),
    "Waiting for load": outcome("waiting for load"),
    Busy: outcome("busy"),
    Skipped: outcome("skipped"),
    Failed: {
      ...unlock(stateTable),
      // Held by another run by now, or not reachable: the next run asks whether this one has ended.
      Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: null, Next: "Report failed" }],
      Next: "Report failed",
    },
    "Report failed": report({ Failures: 1, Successes: 0 }, "Not merged"),
    "Not merged": outcome("failed"),
  };
}
