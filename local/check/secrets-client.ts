import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { Failure } from "../../deployment/failure";
import { deployRoleArn } from "../../model/arns";
import type { Account } from "../../model/landscape/types";
import { EMULATOR_CREDENTIALS } from "../environment";

// The pinned SDK works with every Node.js that this project supports; its advice about later versions would only confuse.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";

/** A client that reads an account's secrets as its deploy role does. */
export async function secretsClient(account: Account, endpoint: string, region: string): Promise<SecretsManagerClient> {
  const sts = new STSClient({ endpoint, region, credentials: EMULATOR_CREDENTIALS });
  const { Credentials: given } = await sts.send(
    new AssumeRoleCommand({ RoleArn: deployRoleArn(account), RoleSessionName: "secrets-check" }),
  );
  if (given?.AccessKeyId === undefined || given.SecretAccessKey === undefined) {
    throw new Failure(`${endpoint} gave no credentials for ${deployRoleArn(account)}.`);
  }
  const credentials = {
    accessKeyId: given.AccessKeyId,
    secretAccessKey: given.SecretAccessKey,
    ...(given.SessionToken === undefined ? {} : { sessionToken: given.SessionToken }),
  };
  return new SecretsManagerClient({ endpoint, region, credentials });
}
