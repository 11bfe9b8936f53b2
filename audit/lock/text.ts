import type { LockDifference, Lost } from "./compare";
import { teamOf } from "./team";

/** The block to add, in Terraform's JSON. */
export const movedBlock = (from: string, to: string): string => JSON.stringify({ moved: [{ from, to }] });

/** A lost address with what to do about it. */
export const lostText = (lost: Lost): readonly string[] => [
  `${lost.stack}: ${lost.address} is gone: the next apply destroys what it holds, or is refused by prevent_destroy.`,
  ...remedyOf(lost),
];

function remedyOf(lost: Lost): readonly string[] {
  const team = teamOf(lost);
  return team === undefined ? ofConstruct(lost) : ofTeam(team, lost);
}

/** For whoever edits the landscape. */
function ofTeam(former: string, { stack, candidates }: Lost): readonly string[] {
  const teams = [...new Set(candidates.flatMap((address) => teamOf({ stack, address }) ?? []))];
  const field = `formerly: ${JSON.stringify(former)}`;
  return [
    ...teams.map(
      (name) => `  If the team is \`${name}\` now, write \`${field}\` beside that name (docs/change-the-landscape.md).`,
    ),
    ...(teams.length === 0
      ? [
          `  It is of the team \`${former}\`. Bring the team back; or, if it has another name, write \`${field}\` beside that.`,
        ]
      : []),
  ];
}

/** For whoever edits the landscape, then for whoever edits constructs. */
const ofConstruct = ({ address, candidates }: Lost): readonly string[] => [
  "  If a name under `accounts/` has become another one, write the old one back: what holds data keeps its name.",
  ...(candidates.length === 0
    ? [
        "  Nothing of its type is new in the stack. Bring the construct back under its old path, or let go of the object with",
        `  ${JSON.stringify({ removed: [{ from: address, lifecycle: { destroy: false } }] })}`,
      ]
    : candidates.flatMap((to) => [
        `  If a construct was renamed and it is ${to} now, call moveFromId("${address}") on that resource, which writes`,
        `  ${movedBlock(address, to)}`,
      ])),
];

/** What differs from the lock, with what to do; empty when nothing does. */
export function lockText({ lost, added, moved }: LockDifference): readonly string[] {
  return [
    ...lost.flatMap(lostText),
    ...added.map((address) => `not locked yet: ${address}`),
    ...moved.map((address) => `moved, and still in the lock: ${address}`),
  ];
}
