/**
 * Follows the output of `cdktf deploy`: lines begin with the stack's id, or with spaces when they continue the line above.
 * @returns function that takes a line and tells which stack it finishes
 */
export function followProgress(stacks: readonly string[]): (line: string) => string | undefined {
  const known = new Set(stacks);
  let current: string | undefined;
  return (line) => {
    const first = /^\S+/.exec(line)?.[0];
    if (first !== undefined && known.has(first)) current = first;
    return line.includes("Apply complete!") ? current : undefined;
  };
}

/** When CDKTF began with each stack, from its debug log, whose times are local. */
export const beginnings = (debugLog: string): ReadonlyMap<string, Date> => moments(debugLog, "planning");

/** When CDKTF was through with each stack, from its debug log. */
const endings = (debugLog: string): ReadonlyMap<string, Date> => moments(debugLog, "deployed");

/** Stacks that CDKTF has deployed though its output does not say so: on a busy machine it lacks lines of Terraform's. */
export function unseen(
  stacks: readonly string[],
  seen: readonly string[],
  debugLog: string,
): readonly { readonly stack: string; readonly seconds: number }[] {
  const [begun, ended] = [beginnings(debugLog), endings(debugLog)];
  return stacks.flatMap((stack) => {
    const [begin, end] = [begun.get(stack), ended.get(stack)];
    if (begin === undefined || end === undefined || seen.includes(stack)) return [];
    return [{ stack, seconds: (end.getTime() - begin.getTime()) / 1000 }];
  });
}

function moments(debugLog: string, what: "deployed" | "planning"): ReadonlyMap<string, Date> {
  const matches = debugLog.matchAll(
    new RegExp(`^\\[([^\\]]+)\\] \\[DEBUG\\] default - \\[([^\\]]+)\\]: ${what}$`, "gm"),
  );
  return new Map([...matches].flatMap(([, time, stack]) => (time && stack ? [[stack, new Date(time)] as const] : [])));
}
