export { type LakeClients, lakeClients } from "./clients";
export type { Finding } from "./crawl/types";
export { LakeError } from "./error";
export { Lake } from "./lake";
export type { MergeMachine } from "./merge/machines";
export { type MergeRun, Merges } from "./merge/merges";
