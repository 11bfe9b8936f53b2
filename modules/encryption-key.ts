import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import type { Account } from "../model/landscape/types";
import type { Statement } from "../model/policy/document";
import { keyPolicy, separatedKeyPolicy } from "../model/policy/key-policy";

/** Longest waiting period that KMS knows: time to notice that data needs the key. */
const DELETION_WINDOW_DAYS = 30;

export interface EncryptionKeyProps {
  /** Begins with `alias/`. */
  readonly alias: string;
  readonly description: string;
  readonly owner: Account;
  /** Who uses the key; its administrators are not among them. */
  readonly uses: readonly Statement[];
  /**
   * Whether the deploy role, which administers the key, can never use it, and nobody else can administer it.
   * @default false, for keys by which the deploy role itself writes secrets or table definitions
   */
  readonly separated?: boolean;
}

/** A customer-managed key with yearly rotation, its alias and its policy. */
export class EncryptionKey extends Construct {
  public readonly arn: string;
  public readonly key: KmsKey;

  constructor(
    scope: Construct,
    id: string,
    { alias, description, owner, uses, separated = false }: EncryptionKeyProps,
  ) {
    super(scope, id);
    this.key = new KmsKey(this, "key", {
      description,
      enableKeyRotation: true,
      deletionWindowInDays: DELETION_WINDOW_DAYS,
      policy: separated ? separatedKeyPolicy(owner, uses) : keyPolicy(owner, uses),
      lifecycle: { preventDestroy: true },
    });
    new KmsAlias(this, "alias", { name: alias, targetKeyId: this.key.keyId });
    this.arn = this.key.arn;
  }
}
