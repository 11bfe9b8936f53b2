import { enter, type Way } from "../live/clients";
import { liveFacts } from "../live/facts";
import { accessMatrix, matrixOf } from "../matrix";
import type { AccessMatrix } from "../matrix/types";
import { toOutput } from "../output/read";
import type { Output } from "../output/types";

/** Accounts in which stacks act, with the Region of the first. Those that the JSON leaves open are not there. */
export function accountsOf({ stacks }: Output): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { account, region } of stacks) {
    if (/^\d{12}$/.test(account) && !found.has(account)) found.set(account, region);
  }
  return found;
}

/** The matrix of the stacks of some accounts. */
export const matrixOfAccounts = ({ stacks }: Output, accounts: ReadonlySet<string>): AccessMatrix =>
  accessMatrix(toOutput(stacks.filter(({ account }) => accounts.has(account))));

/**
 * Asks accounts what they allow, with calls that read only.
 * @throws LiveError when an account cannot be entered
 */
export async function liveMatrix(accounts: ReadonlyMap<string, Way>): Promise<AccessMatrix> {
  const entered = [];
  for (const [id, way] of accounts) entered.push(await enter(id, way));
  return matrixOf(await liveFacts(entered));
}
