import { parseOptions } from "../../deployment/options";
import { TRIAL_OPTIONS, type TrialOptions, trialOptions } from "../options";

export interface DemoOptions extends TrialOptions {
  readonly keep: boolean;
  readonly stop: boolean;
}

export const DEMO_HELP = `npm run demo [-- options]

Deploys the whole landscape to emulated AWS accounts on this machine, with the real CDKTF CLI and the real
Terraform; checks that a second plan of every stack is empty; and asks the accounts who may read what.
Nothing reaches AWS. It needs Node.js 20, Terraform 1.11 and Python 3.10 or newer.

Options
  --env NAME         environment to deploy (default: the first of the landscape)
  --endpoint URL     use the AWS emulator at this address instead of starting one; Python is then not needed
  --mirror DIR       take Terraform providers from this filesystem mirror; may be repeated, and is looked at
                     before any other place. LAKE_TERRAFORM_MIRROR names such folders too.
  --parallelism N    Terraform runs at a time (default: 3 per processor while deploying, which mostly
                     waits, and 1 per processor for plans; each needs more than half a gigabyte of memory)
  --keep             leave the accounts up, and print how to point terraform, cdktf and the AWS CLI at them
  --stop             stop the accounts that --keep left up, and end
  -h, --help         print this

Terraform providers come from where your own Terraform CLI configuration says. Without one they come from --mirror
folders and those that Terraform always looks into, else from the registry, else from mirrors in /opt and
../shared/terraform-mirror. A provider that cannot be had costs only the stacks that use it.

Everything is written to .local, which git ignores: .local/demo/logs/<account>.log has an account's whole output.

Exit status
  0    deployed, and every second plan is empty
  1    something failed
  2    wrong usage, or something is missing on this machine
  3    deployed but for stacks whose provider cannot be had
  130  stopped by Ctrl-C or a signal`;

export function parseDemoOptions(args: readonly string[]): DemoOptions {
  const values = parseOptions(args, {
    ...TRIAL_OPTIONS,
    keep: { type: "boolean", default: false },
    stop: { type: "boolean", default: false },
  });
  return { ...trialOptions(values), keep: values.keep, stop: values.stop };
}
