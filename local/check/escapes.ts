import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { GenerateDataKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { DeleteBucketPolicyCommand, DeleteObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { deployRoleArn } from "../../model/arns";
import type { Account, Environment } from "../../model/landscape/types";
import { deployRoleName, stateBucketName, stateKeyAlias } from "../../model/names";
import { asRole } from "../as-role";

/** Things by which a deployment would get more rights than it has, or lose its states. */
const attempts = (environment: Environment, account: Account, iam: IAMClient, s3: S3Client, kms: KMSClient) =>
  [
    [
      "makes a role without the boundary",
      () => iam.send(new CreateRoleCommand({ RoleName: `${environment.name}-escape`, AssumeRolePolicyDocument: "{}" })),
    ],
    [
      "gives itself rights",
      () =>
        iam.send(
          new PutRolePolicyCommand({ RoleName: deployRoleName(account), PolicyName: "more", PolicyDocument: "{}" }),
        ),
    ],
    [
      "opens the bucket of states",
      () => s3.send(new DeleteBucketPolicyCommand({ Bucket: stateBucketName(environment, account) })),
    ],
    [
      "deletes a state",
      () =>
        s3.send(
          new DeleteObjectCommand({
            Bucket: stateBucketName(environment, account),
            Key: `${environment.name}/escape/terraform.tfstate`,
          }),
        ),
    ],
    [
      "uses the key of the states",
      () => kms.send(new GenerateDataKeyCommand({ KeyId: stateKeyAlias(environment, account), KeySpec: "AES_256" })),
    ],
  ] as const;

/** What the deploy role of an account can do although it must not. */
export async function escapes(
  environment: Environment,
  account: Account,
  endpoint: string,
): Promise<readonly string[]> {
  const config = await asRole({ region: environment.region, endpoint }, deployRoleArn(account));
  const found: string[] = [];
  for (const [what, attempt] of attempts(
    environment,
    account,
    new IAMClient(config),
    new S3Client({ ...config, forcePathStyle: true }),
    new KMSClient(config),
  )) {
    try {
      await attempt();
      found.push(`the deploy role of ${account.name} ${what}`);
    } catch (error) {
      const name = error instanceof Error ? error.name : String(error);
      if (!name.startsWith("AccessDenied")) found.push(`whether the deploy role ${what} is not known: ${name}`);
    }
  }
  return found;
}
