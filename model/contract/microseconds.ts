import type { LakeType } from "./lake-type";

/**
 * Whether change files hold a column's moments as a number of microseconds since 1970, which the current-state table has as
 * moments.
 */
export const isMicroseconds = ({ raw, curated }: Pick<LakeType, "curated" | "raw">): boolean =>
  raw === "bigint" && curated === "timestamp";
