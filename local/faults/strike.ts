import { between } from "./random";

/** What is struck: the command itself, a Terraform, or what the accounts answer. */
const TARGETS = ["command", "terraform", "dropped", "lost", "error", "throttle"] as const;

export type Target = (typeof TARGETS)[number];

/** What accounts can refuse besides; no repetition helps. */
export type Refusal = "expired" | "denied";

/** When and what. */
export interface Strike {
  readonly target: Target | Refusal;
  /** Counts requests that write, or all of them. */
  readonly counts: "writes" | "requests";
  /** The request at which it happens. */
  readonly at: number;
  /** How many answers go wrong in a row. */
  readonly length: number;
}

const MORE_THAN_RETRIES = 12;

/** The next strike: mostly in the middle of an apply, sometimes in a plan; each target as often as the others. */
export function nextStrike(random: () => number, number: number): Strike {
  const target = TARGETS[number % TARGETS.length] ?? "terraform";
  const writes = random() < 0.75;
  return {
    target,
    counts: writes ? "writes" : "requests",
    at: writes ? between(random, 1, 6) : between(random, 3, 25),
    // Some so short that the SDK's retries hide them, some so long that Terraform gives up.
    length: random() < 0.25 ? 1 : MORE_THAN_RETRIES,
  };
}
