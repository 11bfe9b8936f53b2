import { join, resolve } from "node:path";
import type { Command } from "../command";
import { EXIT, type ExitStatus, Failure } from "../failure";
import { chooseEnvironment, loadEnvironments } from "../landscape";
import { readManifest } from "../manifest";
import { projectFolder } from "../project";
import { REACH } from "./client";
import type { Cloud } from "./cloud";
import { runOptions, setupOptions } from "./options";
import { runRemotely } from "./run";
import { setUp } from "./setup";

const HELP = `npm run cloud -- setup [options]
npm run cloud -- run [options] STACK...

For environments whose backend is "cloud": HCP Terraform or Terraform Enterprise, one workspace per stack.

setup   says what it would change in project, workspaces, tags, variables and run triggers, so that they are those of
        the landscape; --apply does it. Run it again whenever stacks come or go. It deletes no workspace.
  --apply                          do it
  --json                           print the changes as JSON
  --vcs-repository OWNER/NAME      runs start from a committed output in this repository ...
  --vcs-oauth-token-id ot-...      ... that is connected to the organization by this connection
  --vcs-branch NAME                branch of the repository (default: main)
  --vcs-output DIR                 folder of the output in the repository (default: generated)

run     uploads the folders of stacks and runs them remotely, one after the other, each after those it depends on. A run
        that would change something waits for a confirmation in HCP Terraform.
  STACK                            id of a stack, or a pattern such as 'prod-lending-*'
  --plan-only                      plan, and leave nothing to confirm
  --auto-approve                   confirm every plan
  --message TEXT                   what the run says about itself

Both
  --env NAME                       environment (default: the first of the landscape)
  --output DIR                     synthesized output (default: cdktf.out)
  -h, --help                       print this

The token comes from TF_TOKEN_<host> (for example TF_TOKEN_app_terraform_io) or TFE_TOKEN.

Exit status: 0 done, 1 something failed or waits for a confirmation, 2 wrong usage.`;

/** Sets workspaces up and runs stacks in them. */
export async function cloudCommand({ args, terminal }: Command): Promise<ExitStatus> {
  const [verb, ...rest] = args;
  if (verb === undefined || args.includes("--help") || args.includes("-h")) {
    terminal.print(HELP);
    return verb === undefined ? EXIT.unusable : EXIT.success;
  }
  const cloud = ({
    environment,
    output,
  }: {
    readonly environment: string | undefined;
    readonly output: string;
  }): Cloud => ({
    environment: chooseEnvironment(loadEnvironments(), environment),
    stacks: readManifest(resolve(join(projectFolder(), output))),
    variables: process.env,
    terminal,
    reach: REACH,
  });
  switch (verb) {
    case "setup": {
      const options = setupOptions(rest);
      await setUp(cloud(options), options);
      return EXIT.success;
    }
    case "run": {
      const options = runOptions(rest);
      return (await runRemotely(cloud(options), options)) ? EXIT.success : EXIT.failed;
    }
    default:
      throw new Failure(`${verb}: write setup or run. See --help.`, EXIT.unusable);
  }
}
