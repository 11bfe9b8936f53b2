import * as v from "valibot";
import { Failure } from "../operations/failure";

/** All accounts of an emulator as they were at a moment, behind an endpoint of their own. */
export interface AccountsCopy {
  readonly endpoint: string;
  /** Ends the copy; the accounts that it was made from stay as they are. */
  stop(): void;
}

const Answer = v.object({ endpoint: v.string(), pid: v.number() });

/**
 * Copies the accounts of this project's emulator, which `local/emulator/lake_emulator/copies.py` answers.
 * @throws Failure when another emulator is at the endpoint
 */
export async function copyAccounts(endpoint: string): Promise<AccountsCopy> {
  const response = await fetch(`${endpoint}/lake-emulator/copies`, { method: "POST" });
  const answer = v.safeParse(Answer, response.ok ? await response.json() : undefined);
  if (!answer.success) throw new Failure(`${endpoint} gives no copies of its accounts: status ${response.status}.`);
  const { pid } = answer.output;
  return {
    endpoint: answer.output.endpoint,
    stop: () => {
      try {
        process.kill(pid, "SIGTERM");
      } catch {
        // It ended with its original.
      }
    },
  };
}
