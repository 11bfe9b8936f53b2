import type { Environment } from "../landscape/types";

/** The least quota of active DML queries that an account has anywhere, running and waiting ones together. */
const DEFAULT_QUERIES = 20;

/** Part of the quota for merges; the rest is for people and for what else runs in the account. */
const SHARE = 0.8;

/** Runs of a source that may work at a time: one that takes long, and one that keeps the other tables fresh. */
export const RUNS_AT_A_TIME = 2;

/** Sources that the quota is divided by at least, so that the first ones need not give way to each other. */
const FEWEST_SOURCES = 4;

/**
 * Tables that a run merges at a time, each with one query: all sources share the quota of the governance account. Their
 * number is rounded up to a power of two, so that a new source seldom changes the others. With more sources than the
 * quota has room for it is one; who comes too early is refused by Athena and tries again.
 * https://docs.aws.amazon.com/athena/latest/ug/service-limits.html
 */
export function tablesAtATime(environment: Environment): number {
  const sources = environment.producers.reduce((sum, producer) => sum + producer.sources.length, 0);
  const room = 2 ** Math.ceil(Math.log2(Math.max(sources, FEWEST_SOURCES)));
  const queries = Math.floor((environment.governance.athenaQueries ?? DEFAULT_QUERIES) * SHARE);
  return Math.max(1, Math.floor(queries / (room * RUNS_AT_A_TIME)));
}
