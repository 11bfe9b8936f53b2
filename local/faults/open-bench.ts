import type { Environment } from "../../model/landscape/types";
import type { Command } from "../../operations/command";
import { emulatorEnvironment } from "../environment";
import type { Phases } from "../phases";
import { prepare } from "../prepare";
import { openAccounts } from "../trial";
import type { Bench } from "./bench";
import { FaultProxy } from "./proxy";

/** Emulated accounts behind a proxy that can spoil answers. */
export async function openBench(
  { processes, terminal }: Command,
  phases: Phases,
  {
    run,
    landscape,
    mirrors,
  }: { readonly run: string; readonly landscape: Environment; readonly mirrors: readonly string[] },
): Promise<{ readonly bench: Bench; readonly close: () => Promise<void> }> {
  const prepared = await prepare(processes, terminal, phases, { run, python: true, mirrors });
  const trial = { processes, terminal, phases, prepared, environment: landscape };
  const { emulator } = await openAccounts(trial, { endpoint: undefined, keep: false, enforce: false });
  const proxy = new FaultProxy(new URL(emulator.endpoint));
  const environment = {
    ...prepared.environment,
    ...(await emulatorEnvironment(await proxy.listen(), landscape.region)),
    // Long series of faults shall be failures, and soon.
    AWS_MAX_ATTEMPTS: "3",
  };
  const { endpoint } = emulator;
  return {
    bench: { processes, folders: prepared.folders, landscape, environment, proxy, endpoint, beginning: 0 },
    close: async () => {
      await proxy.close();
      await emulator.stop();
    },
  };
}
