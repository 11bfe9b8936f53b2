import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Account } from "../../model/landscape/types";
import type { Statement } from "../../model/policy/document";
import { keyPolicy, separatedKeyPolicy } from "../../model/policy/key-policy";

/** Longest waiting period that KMS knows: time to notice that data needs the key. */
const DELETION_WINDOW_DAYS = 30;

const ROTATION_DAYS = 365;

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
  /**
   * Where the key is, if not in the stack's own Region.
   * @default - the stack's provider
   */
  readonly provider?: TerraformProvider;
}

/** A customer-managed key with yearly rotation, its alias and its policy. */
export class EncryptionKey extends Construct {
  public readonly arn: string;
  public readonly key: KmsKey;

  constructor(scope: Construct, id: string, { provider, ...props }: EncryptionKeyProps) {
    super(scope, id);
    const { alias, description, owner, uses, separated = false } = props;
    const place = provider === undefined ? {} : { provider };
    this.key = new KmsKey(this, "key", {
      ...place,
      description,
      enableKeyRotation: true,
      rotationPeriodInDays: ROTATION_DAYS,
      deletionWindowInDays: DELETION_WINDOW_DAYS,
      policy: separated ? separatedKeyPolicy(owner, uses) : keyPolicy(owner, uses),
      lifecycle: { preventDestroy: true },
    });
    new KmsAlias(this, "alias", { ...place, name: alias, targetKeyId: this.key.keyId });
    this.arn = this.key.arn;
  }
}
