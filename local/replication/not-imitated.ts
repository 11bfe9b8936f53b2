/**
 * What DMS does and this replication does not, one sentence each. Settings and rules that are not imitated are no part of
 * the list: a task that has one is refused by name.
 */
export const NOT_IMITATED: readonly string[] = [
  "Capacity units of serverless replications, which are read like tasks, and how they grow.",
  "Time that DMS itself takes: a batch is written at the moment its interval ends, and a load takes none.",
  "Transactions as large as the memory of the instance, and latency that comes from them.",
  "The exact size of a batch: DMS measures its memory, this replication estimates the width of rows.",
  "Row groups, pages, encodings and statistics inside a Parquet file: they are DuckDB's.",
  "Parallel loads, and several files of a load for other reasons than their size.",
  "Access: DMS's role, its network, secrets and certificates are checked elsewhere. Puts carry the endpoint's key and the bucket's expected owner.",
  "Errors of single rows, and tables that DMS suspends: a large object beyond the limit fails the task.",
  "Replica identities of PostgreSQL other than the primary key and the whole row: a deletion carries one or the other.",
  "Changes of a primary key: DMS does not bring them from PostgreSQL, and leaves the old row from MySQL.",
  "TRUNCATE, DROP, RENAME and removed or changed columns at the source; added columns are imitated.",
  "What DMS learns of a new column of PostgreSQL without its triggers (CaptureDdls false): here nothing, until the next full load. AWS's pages do not say.",
  "The fraction of the second in the stamp of a full load: rows carry the whole second. AWS's pages do not say.",
  "Doubts that DMS's page raises about a renamed column whose type is changed too: both rules are applied.",
  "Values that MySQL has and DMS cannot write, such as zero dates.",
];
