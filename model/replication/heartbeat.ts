/** Schema of a PostgreSQL source that DMS writes its heartbeat to. */
export const HEARTBEAT_SCHEMA = "lake_heartbeat";

/** Minutes between two writes that keep an idle replication slot from holding the write-ahead log back. */
export const HEARTBEAT_MINUTES = 5;
