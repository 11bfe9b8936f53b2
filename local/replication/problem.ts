/** Something about a deployed task for which this replication has no answer. */
export interface Problem {
  /** Task, then endpoint, rule or setting. */
  readonly where: string;
  readonly found: string;
  /** What to write instead, or why it is refused. */
  readonly instead: string;
}

/** A task that is not imitated, or that would fail or lose data in AWS; names every problem. */
export class ReplicationError extends Error {
  public constructor(public readonly problems: readonly Problem[]) {
    super(problems.map(({ where, found, instead }) => `${where}: ${found}; ${instead}`).join("\n"));
    this.name = "ReplicationError";
  }
}

/** @throws ReplicationError when there are any */
export function refuseAll(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ReplicationError(problems);
}

/** A value of a setting or rule, as it is written in JSON. */
export const shown = (value: unknown): string => JSON.stringify(value);
