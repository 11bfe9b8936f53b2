import type { Environment, Source } from "../landscape/types";
import { RUNS_AT_A_TIME, tablesAtATime } from "./concurrency";
import { STATES_RETRY } from "./retries";
import type { TableMergeProps } from "./table/parts";
import { EVERY_TABLE, tableMerge } from "./table-merge";

/** Days that a window reaches back at most; longer than a binlog is kept (72 hours), so an outage needs no repair. */
export const WINDOW_DAYS = 7;

/** Longest time of a run, in seconds; the next one takes its locks over. */
const RUN_SECONDS = 6 * 60 * 60;

const PATIENCE_SECONDS = 60;

/** What a run may be asked for; each part has a default. */
export interface MergeInput {
  /** Looks at all changes of the last `days` and merges them, whatever has been merged. */
  readonly wide: boolean;
  /** Makes each table anew from load and changes; says that the load is complete. */
  readonly rebuild: boolean;
  /** Days that the window reaches back at most. */
  readonly days: number;
  /** Waits for other runs rather than leaving it to them. */
  readonly patient: boolean;
  /** Name of the one table that is meant; `*` for all. */
  readonly only: string;
}

/** A scheduled run. */
export const DEFAULT_INPUT: MergeInput = {
  wide: false,
  rebuild: false,
  days: WINDOW_DAYS,
  patient: false,
  only: EVERY_TABLE,
};

/** The daily net under the windows: what came late by more than they reach back. */
export const DAILY_INPUT: Partial<MergeInput> = { wide: true, patient: true };

/** A table and the ids of its two saved statements. */
export interface MergeItem {
  readonly table: string;
  readonly merge: string;
  readonly load: string;
}

export interface MergeWorkflowProps extends TableMergeProps {
  readonly items: readonly MergeItem[];
}

/**
 * Definition of the state machine that merges all tables of a source, in the States language. Each table is an execution
 * of its own, with a history of its own, so a source may have as many tables as fit into the list. A table that fails
 * stops no other, and fails the run when all are done.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export function mergeWorkflow(props: MergeWorkflowProps): string {
  const { environment, source, items } = props;
  return JSON.stringify({
    Comment: `Brings the current-state tables of ${source.name} up to date`,
    StartAt: "Defaults",
    TimeoutSeconds: RUN_SECONDS,
    States: {
      Defaults: { Type: "Pass", Result: DEFAULT_INPUT, ResultPath: "$.defaults", Next: "Input" },
      Input: {
        Type: "Pass",
        Parameters: { "input.$": "States.JsonMerge($.defaults, $$.Execution.Input, false)" },
        Next: "Other runs",
      },
      ...fewRuns(),
      ...(items.length === 0
        ? { Tables: { Type: "Pass", Next: "Done" } }
        : {
            Tables: { Type: "Pass", Result: items, ResultPath: "$.tables", Next: "Each table" },
            "Each table": eachTable(environment, source, props),
            ...verdict(items.length),
          }),
      Done: { Type: "Succeed" },
    },
  });
}

/** A run that takes longer than its schedule's interval is not joined by ever more. */
function fewRuns() {
  return {
    "Other runs": {
      Type: "Task",
      Resource: "arn:aws:states:::aws-sdk:sfn:listExecutions",
      Parameters: {
        "StateMachineArn.$": "$$.StateMachine.Id",
        StatusFilter: "RUNNING",
        MaxResults: RUNS_AT_A_TIME + 1,
      },
      ResultSelector: { "runs.$": "$.Executions" },
      ResultPath: "$.running",
      Retry: STATES_RETRY,
      Next: "Is there room",
    },
    "Is there room": {
      Type: "Choice",
      Choices: [
        { Not: { Variable: `$.running.runs[${RUNS_AT_A_TIME}]`, IsPresent: true }, Next: "Tables" },
        { Variable: "$.input.patient", BooleanEquals: true, Next: "Wait for other runs" },
      ],
      Default: "Left to other runs",
    },
    "Wait for other runs": { Type: "Wait", Seconds: PATIENCE_SECONDS, Next: "Other runs" },
    "Left to other runs": { Type: "Succeed" },
  };
}

function eachTable(environment: Environment, source: Source, props: TableMergeProps) {
  return {
    Type: "Map",
    Label: "tables",
    Comment: `Tables of ${source.name}`,
    ItemsPath: "$.tables",
    ItemSelector: {
      "table.$": "$$.Map.Item.Value.table",
      "merge.$": "$$.Map.Item.Value.merge",
      "load.$": "$$.Map.Item.Value.load",
      "run.$": "$$.Execution.Id",
      "input.$": "$.input",
    },
    MaxConcurrency: tablesAtATime(environment),
    // What ends without an outcome is missed by the verdict.
    ToleratedFailurePercentage: 100,
    ItemProcessor: {
      ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
      ...tableMerge(props),
    },
    ResultPath: "$.outcomes",
    Next: "Count",
  };
}

/** A filter that finds nothing is an error in some engines, so failures are counted before they are named. */
function verdict(tables: number) {
  return {
    Count: {
      Type: "Pass",
      Parameters: {
        "anyFailed.$": "States.ArrayContains($.outcomes[*].outcome, 'failed')",
        "ended.$": "States.ArrayLength($.outcomes[*].outcome)",
        "outcomes.$": "$.outcomes",
      },
      Next: "Are all merged",
    },
    "Are all merged": {
      Type: "Choice",
      Choices: [
        { Variable: "$.anyFailed", BooleanEquals: true, Next: "Name failed" },
        { Variable: "$.ended", NumericLessThan: tables, Next: "Tables lost" },
      ],
      Default: "Done",
    },
    "Name failed": {
      Type: "Pass",
      Parameters: {
        "cause.$": "States.Format('Not merged: {}', States.JsonToString($.outcomes[?(@.outcome=='failed')].table))",
      },
      Next: "Tables failed",
    },
    "Tables failed": { Type: "Fail", Error: "TablesFailed", CausePath: "$.cause" },
    "Tables lost": { Type: "Fail", Error: "TablesLost", Cause: "A table ended without saying how: see the map run" },
  };
}
