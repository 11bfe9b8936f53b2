import { partialSecretArn, secretArnPattern } from "../arns";
import { isExisting } from "../landscape/kinds";
import type { Account, Environment, Source } from "../landscape/types";
import { replicationSecretName } from "../names";

/** The secret that DMS logs in by. */
export interface SourceSecret {
  readonly arn: string;
  /** Its ARN in IAM policies. */
  readonly pattern: string;
  /** ARN of the key that encrypts it; `source` for the source's own key, `aws-managed` for one that needs no grant. */
  readonly key: string;
}

/** The secret of the `credentials` stack, or the one that the landscape names. */
export function sourceSecret(environment: Environment, account: Account, source: Source): SourceSecret {
  if (isExisting(source)) {
    const { secretArn, secretKeyArn } = source.existing;
    return { arn: secretArn, pattern: secretArn, key: secretKeyArn ?? "aws-managed" };
  }
  const name = replicationSecretName(environment, source);
  return {
    arn: partialSecretArn(environment, account, name),
    pattern: secretArnPattern(environment, account, name),
    key: "source",
  };
}
