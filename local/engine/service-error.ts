/** An error of a service, as Step Functions names it. */
export class ServiceError extends Error {
  public constructor(name: string, cause: string) {
    super(cause);
    this.name = name;
  }
}

/** A query of Athena that has failed: the error of an integration that waits, whatever the reason. */
export const queryFailed = (reason: string, retryable = false): ServiceError =>
  new ServiceError(
    "States.TaskFailed",
    JSON.stringify({
      QueryExecution: {
        Status: {
          State: "FAILED",
          StateChangeReason: reason,
          AthenaError: { ErrorCategory: 2, ErrorType: 1301, Retryable: retryable, ErrorMessage: reason },
        },
      },
    }),
  );
