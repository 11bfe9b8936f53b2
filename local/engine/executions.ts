import { text } from "./block";
import type { Services } from "./interpreter";
import { ServiceError } from "./service-error";

export type Status = "ABORTED" | "FAILED" | "RUNNING" | "SUCCEEDED";

/** Executions of state machines by their ARN, and what Step Functions answers about them. */
export class Executions extends Map<string, Status> {
  public readonly services: Services = {
    "sfn:describeExecution": ({ ExecutionArn: arn }) => {
      const status = this.get(text(arn));
      if (status === undefined) throw new ServiceError("Sfn.ExecutionDoesNotExistException", text(arn));
      return { Status: status };
    },
    "sfn:listExecutions": ({ StateMachineArn: machine, StatusFilter: wanted, MaxResults: most }) => ({
      Executions: [...this]
        .filter(([arn, status]) => status === wanted && arn.startsWith(executionArn(text(machine), "")))
        .slice(0, Number(most))
        .map(([ExecutionArn]) => ({ ExecutionArn })),
    }),
  };
}

/** ARN of an execution of a state machine. */
export const executionArn = (machine: string, name: string): string =>
  `${machine.replace(":stateMachine:", ":execution:")}:${name}`;
