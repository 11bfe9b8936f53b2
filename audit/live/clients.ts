import { GlueClient } from "@aws-sdk/client-glue";
import { IAMClient } from "@aws-sdk/client-iam";
import { KMSClient } from "@aws-sdk/client-kms";
import { LakeFormationClient } from "@aws-sdk/client-lakeformation";
import { S3Client } from "@aws-sdk/client-s3";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { LiveError } from "./error";

/** An account and what is needed to ask it; no client here ever writes. */
export interface LiveAccount {
  readonly id: string;
  readonly region: string;
  readonly glue: GlueClient;
  readonly iam: IAMClient;
  readonly kms: KMSClient;
  readonly lakeFormation: LakeFormationClient;
  readonly s3: S3Client;
}

/** How accounts are reached. */
export interface Way {
  /** Role to take on in each account, with `{account}` for its id. */
  readonly role: string;
  readonly region: string;
  /** Nothing: AWS. */
  readonly endpoint?: string;
  /** Whose credentials take on the roles; the SDK's default chain when nothing is said. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

// The pinned SDK works with every Node.js that this project supports; its advice about later versions would only confuse.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";

const ADVICE = ' See "Live check" in docs/audit.md for the role and its policy.';

/**
 * Takes on the auditing role in an account.
 * @throws LiveError when the role cannot be taken on
 */
export async function enter(id: string, { role, region, endpoint, credentials }: Way): Promise<LiveAccount> {
  const common = { region, ...(endpoint === undefined ? {} : { endpoint }) };
  const sts = new STSClient({ ...common, ...(credentials === undefined ? {} : { credentials }) });
  const arn = role.replaceAll("{account}", id);
  const given = await taken(sts, arn, ADVICE);
  const config = { ...common, credentials: given };
  return {
    id,
    region,
    glue: new GlueClient(config),
    iam: new IAMClient(config),
    kms: new KMSClient(config),
    lakeFormation: new LakeFormationClient(config),
    // Emulators have one address for all buckets.
    s3: new S3Client({ ...config, forcePathStyle: endpoint !== undefined }),
  };
}

/**
 * Credentials of a role.
 * @param advice further sentence of the error
 * @throws LiveError when the role cannot be taken on
 */
export async function taken(sts: STSClient, arn: string, advice = "") {
  try {
    const command = new AssumeRoleCommand({ RoleArn: arn, RoleSessionName: "lake-audit" });
    const { Credentials: given } = await sts.send(command);
    if (given?.AccessKeyId === undefined || given.SecretAccessKey === undefined) throw new Error("no credentials");
    return {
      accessKeyId: given.AccessKeyId,
      secretAccessKey: given.SecretAccessKey,
      ...(given.SessionToken === undefined ? {} : { sessionToken: given.SessionToken }),
    };
  } catch (error) {
    throw new LiveError(
      `${arn} cannot be taken on: ${error instanceof Error ? error.message : String(error)}.${advice}`,
    );
  }
}
