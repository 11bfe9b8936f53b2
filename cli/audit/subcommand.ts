import { type ParseArgsConfig, parseArgs } from "node:util";
import { LiveError } from "../../audit/live/error";
import { OutputError } from "../../audit/output/read";

/** How `lake-audit` ends. */
export const AUDIT_EXIT = {
  success: 0,
  /** Something was found that should not be so. */
  found: 1,
  /** Wrong usage, or something cannot be read. */
  unusable: 2,
} as const;
export type AuditExit = (typeof AUDIT_EXIT)[keyof typeof AUDIT_EXIT];

/** One command of `lake-audit`, in a file of its own. */
export interface Subcommand {
  readonly name: string;
  /** A line for the list of subcommands. */
  readonly summary: string;
  /** What --help prints. */
  readonly help: string;
  /**
   * @param args what follows the name on the command line
   * @throws UsageError, OutputError what the user can mend; the message says how
   */
  run(args: readonly string[], print: (text: string) => void): AuditExit | Promise<AuditExit>;
}

/** A command line that cannot be understood. */
export class UsageError extends Error {}

/** Where the JSON lies when nobody says. */
export const DEFAULT_FOLDER = "cdktf.out";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Like `parseArgs`, with an error that points to --help. `--help` itself is handled before. */
export function parse<const Given extends Options>(subcommand: string, args: readonly string[], options: Given) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message}\nSee lake-audit ${subcommand} --help.`.replace("  ", " "));
  }
}

/** The only folder that a command line may name. */
export function onlyFolder(subcommand: string, positionals: readonly string[]): string {
  const [folder = DEFAULT_FOLDER, ...others] = positionals;
  if (others.length === 0) return folder;
  throw new UsageError(
    `${others.join(", ")}: one folder only. See lake-audit ${subcommand} --help.`.replace("  ", " "),
  );
}

/** One of the values that an option may have. */
export function oneOf<const Value extends string>(option: string, values: readonly Value[], given: string): Value {
  const value = values.find((each) => each === given);
  if (value !== undefined) return value;
  throw new UsageError(`--${option} ${given}: write ${values.join(", ")}.`);
}

/** Whether an error is for the user to mend, so that its message alone is worth printing. */
export const isForUser = (error: unknown): error is Error =>
  error instanceof UsageError || error instanceof OutputError || error instanceof LiveError;
