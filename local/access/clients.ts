import { GlueClient } from "@aws-sdk/client-glue";
import { IAMClient } from "@aws-sdk/client-iam";
import { LakeFormationClient } from "@aws-sdk/client-lakeformation";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { Failure } from "../../deployment/failure";
import { deployRoleArn } from "../../model/arns";
import type { Account } from "../../model/landscape/types";
import { EMULATOR_CREDENTIALS } from "../environment";

/** What is needed to ask one account. */
export interface AccountClients {
  readonly glue: GlueClient;
  readonly iam: IAMClient;
  readonly lakeFormation: LakeFormationClient;
  readonly secrets: SecretsManagerClient;
}

// The pinned SDK works with every Node.js that this project supports; its advice about later versions would only confuse.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";

/** Clients that act in an account as its deploy role does. */
export async function clientsFor(account: Account, endpoint: string, region: string): Promise<AccountClients> {
  const sts = new STSClient({ endpoint, region, credentials: EMULATOR_CREDENTIALS });
  const { Credentials: given } = await sts.send(
    new AssumeRoleCommand({ RoleArn: deployRoleArn(account), RoleSessionName: "access-answer" }),
  );
  if (given?.AccessKeyId === undefined || given.SecretAccessKey === undefined) {
    throw new Failure(`${endpoint} gave no credentials for ${deployRoleArn(account)}.`);
  }
  const credentials = {
    accessKeyId: given.AccessKeyId,
    secretAccessKey: given.SecretAccessKey,
    ...(given.SessionToken === undefined ? {} : { sessionToken: given.SessionToken }),
  };
  const config = { endpoint, region, credentials };
  return {
    glue: new GlueClient(config),
    iam: new IAMClient(config),
    lakeFormation: new LakeFormationClient(config),
    secrets: new SecretsManagerClient(config),
  };
}
