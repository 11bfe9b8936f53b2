/** Plays the part of DMS: from the deployed task, its endpoints and settings to files in the lake. */
export { MISBEHAVIOURS, type Misbehaviour } from "./misbehaviour";
export { NOT_IMITATED } from "./not-imitated";
export { plannedTables } from "./plan/planned-tables";
export { databaseOf } from "./plan/source-database";
export { type Problem, ReplicationError } from "./problem";
export { readTasks, type TaskClients } from "./read/tasks";
export { Replication, type ReplicationOptions } from "./replication";
export type { Captured, Counters, DeployedTask, PlannedColumn, PlannedTable, S3Target, TaskSource } from "./types";
