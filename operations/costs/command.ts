import { join, resolve } from "node:path";
import type { Environment } from "../../model/landscape/types";
import type { Command } from "../command";
import { EXIT, type ExitStatus } from "../failure";
import { chooseEnvironment, loadEnvironments } from "../landscape";
import { readManifest, type SynthesizedStack } from "../manifest";
import { parseOptions } from "../options";
import { projectFolder } from "../project";
import { stackReader } from "../stack-json";
import { stacksIn } from "../stacks";
import { estimate } from "./estimate";
import { costsPage, type EnvironmentCosts } from "./page";
import { USAGE } from "./usage";

const HELP = `npm run costs [-- options]

Estimates what an environment costs in a month, by account, from its generated JSON. Prices and quantities that it assumes are
operations/costs/prices.ts and usage.ts. accounts/records/costs.md has all environments; \`npm run update\` writes it.

Options
  --env NAME     environment (default: all of the landscape)
  -h, --help     print this`;

/** Prints the page on costs. */
export function costsCommand({ args, terminal }: Command): Promise<ExitStatus> {
  const options = parseOptions(args, {
    help: { type: "boolean", short: "h", default: false },
    env: { type: "string" },
  });
  if (options.help) {
    terminal.print(HELP);
    return Promise.resolve(EXIT.success);
  }
  const all = loadEnvironments();
  const chosen = options.env === undefined ? all : [chooseEnvironment(all, options.env)];
  const stacks = readManifest(resolve(join(projectFolder(), "cdktf.out")));
  terminal.print(
    costsPage(
      chosen.map((environment) => environmentCosts(environment, stacks)),
      USAGE,
    ),
  );
  return Promise.resolve(EXIT.success);
}

/** What an environment costs, from its stacks in an output. */
export function environmentCosts(environment: Environment, output: readonly SynthesizedStack[]): EnvironmentCosts {
  const stacks = stacksIn(environment, output);
  const read = stackReader(stacks);
  return {
    name: environment.name,
    accounts: estimate(
      stacks.map(({ id }) => ({ id, json: read(id) })),
      USAGE,
    ),
  };
}
