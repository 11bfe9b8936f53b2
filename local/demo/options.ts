import { EXIT, Failure } from "../../operations/failure";
import { parseOptions } from "../../operations/options";
import { LIVE_OPTIONS, type LiveOptions, liveOptions } from "../live/options";
import { TRIAL_OPTIONS, type TrialOptions, trialOptions } from "../options";
import { ROWS_OPTIONS, type RowsOptions, rowsOptions } from "../rows/options";

export interface DemoOptions extends TrialOptions {
  readonly keep: boolean;
  readonly kept: boolean;
  readonly synthesized: string | undefined;
  readonly stop: boolean;
  readonly rows: RowsOptions;
  /** Nothing: the demo ends. */
  readonly live: LiveOptions | undefined;
}

export const DEMO_HELP = `npm run demo [-- options]

Deploys the whole landscape to emulated AWS accounts on this machine with the real Terraform, each stack as soon
as what it needs is there; checks that a second plan of every stack is empty; asks the accounts who may read what; and sends the rows
of a bank through what is deployed: replication, catalog, merge, and a question that each team asks. The rows are a sample
bank's where the landscape is the example's, else made from its contracts; what is not tried is named at the start.
Nothing reaches AWS. It needs Node.js 20, Terraform 1.11 and Python 3.10 or newer.

Options
  --env NAME         environment to deploy (default: the first of the landscape)
  --synthesized DIR  deploy the stacks of this folder, as \`npm run synth\` writes them and you have edited them
  --endpoint URL     use the AWS emulator at this address instead of starting one; Python is then not needed
  --mirror DIR       take Terraform providers from this filesystem mirror; may be repeated, and is looked at
                     before any other place. LAKE_TERRAFORM_MIRROR names such folders too.
  --parallelism N    Terraform runs at a time (default: 3 per processor while deploying, which mostly
                     waits, and 1 per processor for plans; each needs more than half a gigabyte of memory)
  --keep             leave the accounts up, and print how to point terraform, cdktf and the AWS CLI at them
  --kept             use the accounts that --keep left up instead of deploying anew; what was in their buckets goes
  --stop             stop the accounts that --keep left up, and end

The bank
  --seed N           another bank; the same seed gives the same one (default: 1)
  --changes N        rows that change while they are captured, from 300 (default: 2000)
  --trouble NAME     what goes wrong on the way: late, duplicates or restart of the replication, or a column that the
                     bank adds; the rows must be right all the same
  --live             go on until Ctrl-C: a stream of transactions, and for each table how far it has come
  --speed N          how many times faster than the real one the clock of --live runs (default: 10)

  -h, --help         print this

Terraform providers come from where your own Terraform CLI configuration says. Without one they come from --mirror
folders and those that Terraform always looks into, else from the registry, else from mirrors in /opt and
../shared/terraform-mirror. A provider that cannot be had costs only the stacks that use it.

Everything is written to .local, which git ignores: .local/demo/logs/<stack>.apply.jsonl has a stack's whole output.

Exit status
  0    deployed, and every second plan is empty
  1    something failed: a deployment, a plan, or a step of the rows
  2    wrong usage, or something is missing on this machine
  3    deployed but for stacks whose provider cannot be had
  130  stopped by Ctrl-C or a signal`;

export function parseDemoOptions(args: readonly string[]): DemoOptions {
  const values = parseOptions(args, {
    ...TRIAL_OPTIONS,
    ...ROWS_OPTIONS,
    ...LIVE_OPTIONS,
    kept: { type: "boolean", default: false },
    synthesized: { type: "string" },
    keep: { type: "boolean", default: false },
    stop: { type: "boolean", default: false },
  });
  const { keep, kept, stop, synthesized } = values;
  if (kept && synthesized !== undefined) {
    throw new Failure("--kept and --synthesized: accounts that are up have their stacks. See --help.", EXIT.unusable);
  }
  if (kept && values.endpoint !== undefined) {
    throw new Failure("--kept and --endpoint: write one of them, both say which accounts. See --help.", EXIT.unusable);
  }
  return {
    ...trialOptions(values),
    keep,
    kept,
    synthesized,
    stop,
    rows: rowsOptions(values),
    live: liveOptions(values),
  };
}
