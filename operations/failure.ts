/** How a command of this project ends. */
export const EXIT = {
  success: 0,
  failed: 1,
  /** Wrong usage, or something is missing on this machine. */
  unusable: 2,
  /** `terraform plan -detailed-exitcode` and what imitates it: there is something to change. */
  changes: 2,
  /** Everything is deployed but the stacks whose provider cannot be had. */
  incomplete: 3,
  /** 128 and the number of SIGINT, as shells count. */
  interrupted: 130,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** A failure that somebody foresaw: its message alone tells what happened and what to do. */
export class Failure extends Error {
  public constructor(
    message: string,
    public readonly exitStatus: ExitStatus = EXIT.failed,
  ) {
    super(message);
    this.name = "Failure";
  }
}

/** Somebody pressed Ctrl-C or sent a signal; what was started is being stopped. */
export class Interrupted extends Failure {
  public constructor() {
    super("Interrupted.", EXIT.interrupted);
    this.name = "Interrupted";
  }
}

/** The system's name of an error, for example `ENOENT`; nothing when it has none. */
export function systemCode(error: unknown): string | undefined {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
}
