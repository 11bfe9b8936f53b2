"use strict";
const { isPartitionedBy } = require("./iceberg.cjs");

/**
 * @typedef {{ readonly name: string, readonly type: string, readonly comment: string }} Column
 * @typedef {{ readonly name: string, readonly type: string, readonly comment: string, readonly add: string, readonly change: string }} PlannedColumn
 * @typedef {{ readonly column: string, readonly transform: string, readonly name: string }} PlannedPartition
 * @typedef {{
 *   readonly database: string,
 *   readonly table: string,
 *   readonly columns: readonly PlannedColumn[],
 *   readonly drops: readonly { readonly name: string, readonly sql: string }[],
 *   readonly partitions: readonly PlannedPartition[],
 * }} Plan
 * @typedef {{
 *   columns: () => Promise<readonly Column[]>,
 *   run: (sql: string) => Promise<void>,
 *   metadata: () => Promise<import("./iceberg.cjs").Metadata>,
 *   partition: (metadata: import("./iceberg.cjs").Metadata, partitions: readonly PlannedPartition[]) => Promise<void>,
 * }} Table
 */

/**
 * Brings a table to its plan: looks what it has, and runs what is missing. Ends with what it did: nothing, when it runs
 * again. Refuses before it changes anything when the table has a column that the plan neither has nor drops.
 * @param {Plan} plan
 * @param {Table} table
 * @returns {Promise<string[]>}
 */
async function evolve(plan, table) {
  const existing = new Map((await table.columns()).map((column) => [column.name, column]));
  const known = new Set([...plan.columns, ...plan.drops].map(({ name }) => name));
  const unknown = [...existing.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new Error(
      `${plan.database}.${plan.table} has columns that are not in its contract: ${unknown.join(", ")}. Nothing was changed. Write them into the contract, or into its droppedColumns`,
    );
  }
  const done = [];
  for (const statement of [
    ...plan.columns.flatMap((column) => forColumn(column, existing)),
    ...drops(plan, existing),
  ]) {
    await table.run(statement);
    done.push(statement);
  }
  if (plan.partitions.length > 0) {
    const metadata = await table.metadata();
    if (!isPartitionedBy(metadata, plan.partitions)) {
      await table.partition(metadata, plan.partitions);
      done.push(`partition by ${plan.partitions.map(({ name }) => name).join(", ")}`);
    }
  }
  return done;
}

/** @param {PlannedColumn} planned @param {ReadonlyMap<string, Column>} existing @returns {string[]} */
function forColumn({ name, type, comment, add, change }, existing) {
  const found = existing.get(name);
  if (found === undefined) return [add, change];
  return sameType(found.type, type) && found.comment === comment ? [] : [change];
}

/** @param {Plan} plan @param {ReadonlyMap<string, Column>} existing @returns {string[]} */
const drops = ({ drops: all }, existing) => all.filter(({ name }) => existing.has(name)).map(({ sql }) => sql);

/** Catalogs write decimals with and without a space. @param {string} one @param {string} other */
const sameType = (one, other) => plain(one) === plain(other);

/** @param {string} type */
const plain = (type) => type.toLowerCase().replaceAll(/\s/g, "");

module.exports = { evolve };
