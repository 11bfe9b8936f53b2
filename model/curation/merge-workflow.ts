import type { Source } from "../landscape/types";
import { mergeStatement } from "../sql/merge";

/** Days of changes that a scheduled run looks at: today, and yesterday for what was committed before midnight. */
export const WINDOW_DAYS = 2;

/** Statements at a time; Athena's quota counts all of an account's running and waiting queries. */
const MAX_CONCURRENCY = 5;

/**
 * Definition of the state machine that merges all tables of a source, in the States language. Its input is
 * `{"days": "2"}`: a larger number repairs an outage that took longer.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html
 */
export function mergeWorkflow(source: Source, workgroup: string): string {
  return JSON.stringify({
    Comment: `Brings the current-state tables of ${source.name} up to date`,
    StartAt: "Tables",
    States: {
      Tables: {
        Type: "Pass",
        Result: source.tables.map((table) => ({ table: table.name, statement: mergeStatement(source, table) })),
        ResultPath: "$.tables",
        Next: "Each table",
      },
      "Each table": {
        Type: "Map",
        ItemsPath: "$.tables",
        ItemSelector: { "statement.$": "$$.Map.Item.Value.statement", "days.$": "$.days" },
        MaxConcurrency: MAX_CONCURRENCY,
        ItemProcessor: {
          ProcessorConfig: { Mode: "INLINE" },
          StartAt: "Merge",
          States: {
            Merge: {
              Type: "Task",
              Resource: "arn:aws:states:::athena:startQueryExecution.sync",
              Parameters: {
                "QueryString.$": "$.statement",
                "ExecutionParameters.$": "States.Array($.days)",
                WorkGroup: workgroup,
              },
              Retry: [
                {
                  ErrorEquals: ["States.ALL"],
                  IntervalSeconds: 10,
                  BackoffRate: 2,
                  MaxAttempts: 4,
                  JitterStrategy: "FULL",
                },
              ],
              End: true,
            },
          },
        },
        ResultPath: null,
        End: true,
      },
    },
  });
}
