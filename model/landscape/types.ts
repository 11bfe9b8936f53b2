/**
 * The landscape: what exists, as data. Everything the platform deploys follows from it.
 * `schema.ts` checks its shape when it is loaded, `checks/` what the shape alone cannot say.
 */
export type * from "./types/account";
export type * from "./types/backend";
export type * from "./types/consumer";
export type * from "./types/deployment";
export type * from "./types/environment";
export type * from "./types/network";
export type * from "./types/query";
export type * from "./types/source";
export type * from "./types/storage";
export type * from "./types/table";
