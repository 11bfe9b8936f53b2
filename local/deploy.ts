import { mapLimited } from "../operations/concurrency";
import type { Processes } from "../operations/process/processes";
import { type AccountOptions, type DeployedStack, deployAccount } from "./deployment/deploy-account";
import type { WaveDeployment } from "./deployment/plan";

export interface DeployOptions extends Omit<AccountOptions, "onDeployed"> {
  readonly print: (line: string) => void;
  /** Called when all accounts of a wave are deployed. */
  readonly afterWave?: (deployed: readonly DeployedStack[]) => void;
}

/** Deploys wave by wave, the accounts of a wave at the same time. The first failure keeps later waves from starting. */
export async function deploy(
  processes: Processes,
  waves: readonly WaveDeployment[],
  options: DeployOptions,
): Promise<readonly DeployedStack[]> {
  const deployed: DeployedStack[] = [];
  for (const wave of waves) {
    const accounts = wave.accounts.filter(({ calls }) => calls.length > 0);
    if (accounts.length === 0) continue;
    const names = accounts.map(({ account }) => account.name).join(", ");
    options.print(`wave ${wave.number}, ${wave.title}: ${names}`);
    const atOnce = Math.min(options.parallelism, accounts.length);
    const perAccount = await mapLimited(accounts, atOnce, (account) =>
      deployAccount(processes, account, {
        ...options,
        // The processors are shared out, so that a single large account uses them all.
        parallelism: Math.max(1, Math.floor(options.parallelism / atOnce)),
        onDeployed: ({ stack, seconds }) => options.print(`  ${stack} deployed in ${seconds.toFixed(1)} s`),
      }),
    );
    deployed.push(...perAccount.flat());
    options.afterWave?.(perAccount.flat());
  }
  return deployed;
}
