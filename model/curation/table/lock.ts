import { STATES_RETRY } from "../retries";
import { OTHERWISE_FAILED, type States } from "./parts";
import { HOLDER_PATH, lock, readHolder, takeOver } from "./state-item";

const PATIENCE_SECONDS = 60;

/**
 * The lock is held by an execution, not for a time: whether that has ended is known. A run that waits for nobody leaves a
 * busy table to the run that holds it.
 */
export function locking(table: string): States {
  const taken = { ErrorEquals: ["DynamoDB.ConditionalCheckFailedException"], ResultPath: null };
  return {
    Lock: { ...lock(table), Catch: [{ ...taken, Next: "Read holder" }, OTHERWISE_FAILED], Next: "What to look at" },
    "Read holder": { ...readHolder(table), Catch: [OTHERWISE_FAILED], Next: "Still held" },
    "Still held": {
      Type: "Choice",
      Choices: [{ Variable: HOLDER_PATH, IsPresent: true, Next: "Ask for holder" }],
      Default: "Lock",
    },
    "Ask for holder": {
      Type: "Task",
      Resource: "arn:aws:states:::aws-sdk:sfn:describeExecution",
      Parameters: { "ExecutionArn.$": HOLDER_PATH, IncludedData: "METADATA_ONLY" },
      ResultSelector: { "status.$": "$.Status" },
      ResultPath: "$.holder",
      Retry: STATES_RETRY,
      // Executions are forgotten after 90 days.
      Catch: [
        { ErrorEquals: ["Sfn.ExecutionDoesNotExistException"], ResultPath: null, Next: "Take over" },
        OTHERWISE_FAILED,
      ],
      Next: "Is holder alive",
    },
    "Is holder alive": {
      Type: "Choice",
      Choices: [
        { Not: { Variable: "$.holder.status", StringEquals: "RUNNING" }, Next: "Take over" },
        { Variable: "$.input.patient", BooleanEquals: true, Next: "Wait for holder" },
      ],
      Default: "Busy",
    },
    "Wait for holder": { Type: "Wait", Seconds: PATIENCE_SECONDS, Next: "Lock" },
    "Take over": { ...takeOver(table), Catch: [{ ...taken, Next: "Lock" }, OTHERWISE_FAILED], Next: "What to look at" },
  };
}
