import type { Environment, Source } from "../../landscape/types";
import { ATHENA_RETRY } from "../retries";

/** A state of the States language. */
export type State = Readonly<Record<string, unknown>>;

/** States by name. */
export type States = Readonly<Record<string, State>>;

/** What the states of a table refer to. */
export interface TableMergeProps {
  readonly environment: Environment;
  readonly source: Source;
  readonly workgroup: string;
  /** Name of the DynamoDB table of locks and watermarks. */
  readonly stateTable: string;
}

/** Generation of the source whose load and changes are read, as `$.state.generation` has it. */
export const currentGeneration = ({ generation = 1 }: Source): string => String(generation);

/** Where every error ends that no state deals with. */
export const OTHERWISE_FAILED = { ErrorEquals: ["States.ALL"], ResultPath: "$.error", Next: "Failed" } as const;

/** Runs a query of Athena and waits for its end; `text` is the path or function that gives it. */
export const query = (workgroup: string, text: string, seconds: number): State => ({
  Type: "Task",
  Resource: "arn:aws:states:::athena:startQueryExecution.sync",
  Parameters: { "QueryString.$": text, WorkGroup: workgroup },
  TimeoutSeconds: seconds,
  Retry: ATHENA_RETRY,
  Catch: [{ ErrorEquals: ["States.TaskFailed"], ResultPath: "$.error", Next: "May it pass" }, OTHERWISE_FAILED],
});
