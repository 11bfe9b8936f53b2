import type { Step } from "../order/steps";
import { type Holdings, isStateful } from "./stateful";

/** Steps that can be destroyed while what holds data stays: neither stateful nor needed by what is. */
export function withoutStateful(steps: readonly Step[], isKept: (stack: string) => boolean): readonly Step[] {
  const kept = new Set<string>();
  // Backwards, so that whatever needs a step has been judged before it.
  for (const { id, after } of steps.toReversed()) {
    if (!kept.has(id) && !isKept(id)) continue;
    kept.add(id);
    for (const needed of after) kept.add(needed);
  }
  return steps.filter(({ id }) => !kept.has(id));
}

/** What keeps a destruction from beginning; empty when both keys are turned, or none is needed. */
export function missingKeys(
  environment: string,
  steps: readonly Step[],
  holdings: (stack: string) => Holdings,
  secondKey: string | undefined,
): readonly string[] {
  const locked = steps.filter(({ id }) => holdings(id).locked.length > 0);
  const stateful = steps.filter(({ id }) => isStateful(holdings(id)));
  if (stateful.length === 0) return [];
  const first = locked.map(({ id }) => `${id} holds data, keys or permissions: ${shortened(holdings(id).locked)}`);
  const lines =
    first.length === 0
      ? []
      : [
          ...first,
          `First key: list the stack under \`destroyable\` in accounts/${environment}/index.ts, have that reviewed, and apply it.`,
        ];
  if (secondKey === environment) return lines;
  const said = secondKey === undefined ? "" : ` (it says ${secondKey})`;
  return [
    ...lines,
    `Second key: --destroy-stateful ${environment}${said}, since ${stateful.map(({ id }) => id).join(", ")} hold data.`,
    "--keep-stateful passes over them instead.",
  ];
}

const SHOWN = 3;

function shortened(addresses: readonly string[]): string {
  const more = addresses.length > SHOWN ? ` and ${addresses.length - SHOWN} more` : "";
  return `${addresses.slice(0, SHOWN).join(", ")}${more}`;
}
