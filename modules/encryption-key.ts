import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import type { Account } from "../model/landscape/types";
import type { Statement } from "../model/policy/document";
import { keyPolicy } from "../model/policy/key-policy";

/** Longest waiting period that KMS knows: time to notice that data needs the key. */
const DELETION_WINDOW_DAYS = 30;

export interface EncryptionKeyProps {
  /** Begins with `alias/`. */
  readonly alias: string;
  readonly description: string;
  readonly owner: Account;
  /** Who uses the key; its administrators are not among them. */
  readonly uses: readonly Statement[];
}

/** A customer-managed key with yearly rotation, its alias and its policy. */
export class EncryptionKey extends Construct {
  public readonly arn: string;
  public readonly key: KmsKey;

  constructor(scope: Construct, id: string, { alias, description, owner, uses }: EncryptionKeyProps) {
    super(scope, id);
    this.key = new KmsKey(this, "key", {
      description,
      enableKeyRotation: true,
      deletionWindowInDays: DELETION_WINDOW_DAYS,
      policy: keyPolicy(owner, uses),
      lifecycle: { preventDestroy: true },
    });
    new KmsAlias(this, "alias", { name: alias, targetKeyId: this.key.keyId });
    this.arn = this.key.arn;
  }
}
