import type { TableContract } from "../landscape/types";

/**
 * Whether a delete must carry the whole old row: PostgreSQL logs only the key of a deleted row, and a filter on any other
 * column then loses the delete.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.PostgreSQL.html#CHAP_Source.PostgreSQL.Limitations
 */
export function needsFullReplicaIdentity(table: TableContract): boolean {
  return (table.onlyRows ?? []).some(({ column }) => !table.primaryKey.includes(column));
}
