import type { Environment } from "./landscape/types";
import { stackId } from "./names";

/**
 * What a stack needs of other accounts, by stack id. Inside an account, a stack says itself what it depends on; CDKTF could not
 * deploy one account alone if it said so across accounts (docs/decisions/0100-order-by-stack.md).
 *
 * - Rows may flow once everything is there that receives, merges and records them: a replication needs the storage, catalog and
 *   curation of its source, and the trail. It also looks up the key of the raw bucket.
 * - A source's figures need the bus that takes them.
 * - A consumer links to databases that must have been shared with it.
 */
export function needsOfOtherAccounts(environment: Environment): ReadonlyMap<string, readonly string[]> {
  const { governance, producers, consumers } = environment;
  const ofGovernance = (concern: string, subject?: string): string =>
    stackId(environment, governance, concern, subject);
  const needs: (readonly [string, readonly string[]])[] = [];
  for (const producer of producers) {
    for (const { name } of producer.sources) {
      const receiving = ["storage", "catalog", "curation"].map((concern) => ofGovernance(concern, name));
      needs.push([stackId(environment, producer, "replication", name), [...receiving, ofGovernance("trail")]]);
      needs.push([stackId(environment, producer, "reconciliation", name), [ofGovernance("reconciliation", name)]]);
    }
  }
  for (const consumer of consumers) {
    needs.push([stackId(environment, consumer, "analytics"), [ofGovernance("access", consumer.name)]]);
  }
  return new Map(needs);
}
