import { parseArgs } from "node:util";
import { EXIT, Failure } from "../failure";

export const HELP = `npm run bootstrap -- <account> [options]

Makes an account ready for deployments, with your own credentials, which must be an administrator's of that account:
a bucket for states, the roles that deploy and plan, and settings of the whole account. Shows the plan and asks. With the
backend s3, the state of the bootstrap itself then moves into the new bucket. Interrupted at any point, it can be run again.

Options
  --environment NAME   environment of the account (default: the first of the landscape)
  --yes                do not ask
  -h, --help           print this

Exit status: 0 done, 1 refused or failed, 2 wrong usage, 130 stopped by a signal.`;

export interface BootstrapOptions {
  readonly account: string;
  readonly environment: string | undefined;
  readonly yes: boolean;
  readonly help: boolean;
}

export function bootstrapOptions(args: readonly string[]): BootstrapOptions {
  const { values, positionals } = parsed(args);
  const [account = "", ...more] = positionals;
  if (!values.help && (account === "" || more.length > 0)) {
    throw new Failure(
      "Write the name of one account, for example `npm run bootstrap -- lending`. See --help.",
      EXIT.unusable,
    );
  }
  return { account, environment: values.environment, yes: values.yes, help: values.help };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        environment: { type: "string" },
        yes: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : String(error)}\nSee --help.`, EXIT.unusable);
  }
}
