/** The lake as Athena sees it: what is deployed, over what replication has written. */
export { type Catalog, nameOf } from "./catalog/types";
export { type LakeClients, lakeClients } from "./clients";
export { compareWithSources } from "./compare/compare";
export { typeDifferences } from "./compare/type-differences";
export type { Comparison, TableComparison } from "./compare/types";
export type { Finding } from "./crawl/types";
export { LakeError } from "./error";
export { Lake } from "./lake";
export type { MergeMachine } from "./merge/machines";
export { type MergeRun, Merges } from "./merge/merges";
