import { join, relative } from "node:path";
import type { Environment } from "../../model/landscape/types";
import { accountsOf, belongsTo } from "../../operations/stacks";
import { countResourcesIn } from "../../operations/state-file";
import type { DeployedStack } from "../deploy";
import type { LocalFolders } from "../project";
import type { StackRow } from "../report";

/** Rows of the table of stacks, in the order in which they were deployed. */
export function stackRows(
  environment: Environment,
  deployed: readonly DeployedStack[],
  folders: LocalFolders,
): readonly StackRow[] {
  const accounts = accountsOf(environment);
  return deployed.map(({ stack, seconds }) => {
    const stateFile = join(folders.states, `${stack}.tfstate`);
    return {
      account: accounts.find((account) => belongsTo(environment, account, stack))?.name ?? "",
      stack,
      resources: countResourcesIn(stateFile),
      stateFile: relative(folders.project, stateFile),
      seconds,
    };
  });
}
