import { EXIT } from "../failure";
import type { Processes } from "./processes";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const PATIENTLY =
  "Terraform finishes what it has begun and saves its states; once more ends this program, and Terraform goes on alone.";

/**
 * Stops all processes at the first signal and kills them at the second.
 * @returns function that takes the handlers away again
 */
export function stopOnSignals(processes: Processes, print: (line: string) => void): () => void {
  let signals = 0;
  const handle = (): void => {
    signals += 1;
    if (signals === 1) {
      print(processes.patience ? PATIENTLY : "Stopping what was started; once more kills it at once.");
      void processes.stopAll();
    } else {
      processes.killAll();
      process.exit(EXIT.interrupted);
    }
  };
  for (const signal of SIGNALS) process.on(signal, handle);
  return () => {
    for (const signal of SIGNALS) process.off(signal, handle);
  };
}
