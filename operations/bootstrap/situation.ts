/**
 * What a state manages: addresses with ids, sorted. Two copies of a state are known by it, for Terraform gives a state a new
 * lineage and serial when it moves to an empty bucket.
 */
export type Holdings = readonly string[];

/** Where an account's bootstrap stands. */
export type Situation =
  /** Nothing is known here: the account is empty, or the state of an interrupted run is lost. */
  | "begin"
  /** An earlier run did not get as far as the bucket. */
  | "continue"
  /** The state lies in its bucket, and nowhere else. */
  | "settled"
  /** The state lies in its bucket; the local copy was not removed. */
  | "tidy"
  /** Two states that differ. */
  | "conflict";

/** What two possible places of the state say together. A state without resources counts as none. */
export function situationOf(local: Holdings, remote: Holdings): Situation {
  if (remote.length === 0) return local.length === 0 ? "begin" : "continue";
  if (local.length === 0) return "settled";
  return sameHoldings(local, remote) ? "tidy" : "conflict";
}

export const sameHoldings = (one: Holdings, other: Holdings): boolean => JSON.stringify(one) === JSON.stringify(other);
