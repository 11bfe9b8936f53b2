export type { Refusal } from "./case";
export { REFUSED_CONSUMERS } from "./consumers";
export { REFUSED_MARKS } from "./marks";
export { REFUSED_QUERIES } from "./queries";
export { REFUSED_ROWS } from "./rows";
export { REFUSED_SHARES } from "./shares";
export { REFUSED_TABLES } from "./tables";
