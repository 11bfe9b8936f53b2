export { CONSUMER_REMEDIES } from "./consumers";
export { MARK_REMEDIES } from "./marks";
export { QUERY_REMEDIES } from "./queries";
export type { Remedies } from "./remedy";
export { ROW_REMEDIES } from "./rows";
export { SHARE_REMEDIES } from "./shares";
export { TABLE_REMEDIES } from "./tables";
