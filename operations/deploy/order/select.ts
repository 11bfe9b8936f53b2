import picomatch from "picomatch";
import { EXIT, Failure } from "../../failure";
import type { Step } from "./steps";

/** What somebody limited a run to. Every limit narrows the others. */
export interface Selection {
  /** Names of accounts; all when there is none. */
  readonly accounts: readonly string[];
  /** Globs of stack ids, as `cdktf deploy` takes them; all when there is none. */
  readonly globs: readonly string[];
  /** Ids of stacks that changed; nothing when nobody asked for them. */
  readonly changed: ReadonlySet<string> | undefined;
}

/**
 * The steps that are in a selection.
 * @throws Failure for an account or a glob that no stack has: a slip of the pen must not look like nothing to do
 */
export function select(steps: readonly Step[], { accounts, globs, changed }: Selection): readonly Step[] {
  const names = [...new Set(steps.map(({ account }) => account))];
  const strangers = accounts.filter((name) => !names.includes(name));
  if (strangers.length > 0) {
    throw new Failure(`--account ${strangers.join(", ")}: the accounts are ${names.join(", ")}.`, EXIT.unusable);
  }
  const matchers = globs.map((glob) => ({ glob, matches: picomatch(glob) }));
  const idle = matchers.filter(({ matches }) => !steps.some(({ id }) => matches(id)));
  if (idle.length > 0) {
    const unmatched = idle.map(({ glob }) => `'${glob}'`).join(", ");
    throw new Failure(`No stack matches ${unmatched}. \`npm run deploy -- waves\` lists them.`, EXIT.unusable);
  }
  return steps.filter(
    ({ id, account }) =>
      (accounts.length === 0 || accounts.includes(account)) &&
      (globs.length === 0 || matchers.some(({ matches }) => matches(id))) &&
      (changed === undefined || changed.has(id)),
  );
}
