import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "../command";
import { EXIT, type ExitStatus } from "../failure";
import { chooseEnvironment, loadEnvironments } from "../landscape";
import { readManifest } from "../manifest";
import { parseOptions } from "../options";
import { projectFolder } from "../project";
import { stackReader } from "../stack-json";
import { stacksIn } from "../stacks";
import { estimate } from "./estimate";
import { costsPage } from "./page";
import { USAGE } from "./usage";

const HELP = `npm run costs [-- options]

Estimates what an environment costs in a month, by account, from its generated JSON. Prices and quantities that it assumes are
operations/costs/prices.ts and usage.ts.

Options
  --env NAME     environment (default: the first of the landscape)
  --write        write docs/costs.md instead of printing
  -h, --help     print this`;

/** Prints the page on costs, or writes it. */
export function costsCommand({ args, terminal }: Command): Promise<ExitStatus> {
  const options = parseOptions(args, {
    help: { type: "boolean", short: "h", default: false },
    env: { type: "string" },
    write: { type: "boolean", default: false },
  });
  if (options.help) {
    terminal.print(HELP);
    return Promise.resolve(EXIT.success);
  }
  const environment = chooseEnvironment(loadEnvironments(), options.env);
  const stacks = stacksIn(environment, readManifest(resolve(join(projectFolder(), "cdktf.out"))));
  const read = stackReader(stacks);
  const page = costsPage(
    environment.name,
    estimate(
      stacks.map(({ id }) => ({ id, json: read(id) })),
      USAGE,
    ),
    USAGE,
  );
  if (options.write) writeFileSync(join(projectFolder(), "docs", "costs.md"), page);
  else terminal.print(page);
  return Promise.resolve(EXIT.success);
}
