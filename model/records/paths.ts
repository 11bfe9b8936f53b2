/** Where the records of a landscape are, relative to the project's folder: all of it is written by `npm run update`. */
export const RECORDS = "accounts/records";

/** Names below that folder, without their suffix. */
export const ENVIRONMENTS = "environments";
export const TABLES = "tables";
export const READERS = "readers";
export const STACKS = "stacks";
