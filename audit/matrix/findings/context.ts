import type { Facts, IdentityFact } from "../../facts/types";
import type { LakeFormation } from "../../lake-formation";
import type { Finding } from "../../types";
import type { BucketPath, KeyPath } from "../types";

/** What rules about access look at. */
export interface AccessContext {
  readonly facts: Facts;
  readonly lake: LakeFormation;
  readonly buckets: readonly BucketPath[];
  readonly keys: readonly KeyPath[];
  readonly identities: ReadonlyMap<string, IdentityFact>;
}

/** A rule about access: what it finds in a context. */
export type AccessRule = (context: AccessContext) => readonly Finding[];
