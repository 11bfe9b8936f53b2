import { DescribeKeyCommand, KMSClient, NotFoundException } from "@aws-sdk/client-kms";
import { GetObjectCommand, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { stateKey } from "../../model/deployment/state-key";
import type { Account, Environment } from "../../model/landscape/types";
import { stateBucketName, stateKeyAlias } from "../../model/names";
import { Failure } from "../failure";
import { holdingsOf } from "./holdings";
import type { Holdings } from "./situation";

/** The account as the caller's own credentials reach it. */
export class CallersAccount {
  public constructor(
    private readonly environment: Environment,
    private readonly account: Account,
  ) {}

  /**
   * ARN of the caller.
   * @throws Failure when his credentials belong to another account, or to none
   */
  public async caller(): Promise<string> {
    const { Account: id, Arn: arn = "" } = await this.identity();
    if (id === this.account.id) return arn;
    throw new Failure(
      `Your credentials are of account ${id} (${arn}), but ${this.account.name} is ${this.account.id}.\n` +
        `Take credentials of an administrator of ${this.account.id}, for example with AWS_PROFILE. Nothing was changed.`,
    );
  }

  /** What the state in the bucket manages; nothing when there is no bucket or no state in it. */
  public async remoteState(stack: string): Promise<Holdings> {
    const bucket = stateBucketName(this.environment, this.account);
    try {
      const { Body } = await new S3Client({ region: this.environment.region, forcePathStyle: usesEndpoint() }).send(
        new GetObjectCommand({ Bucket: bucket, Key: stateKey(this.environment, stack) }),
      );
      return holdingsOf(await Body?.transformToString());
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return [];
      throw new Failure(`The bucket ${bucket} would not say whether it holds the state: ${messageOf(error)}`);
    }
  }

  /** Id of the key behind the alias of the states. */
  public async stateKeyId(): Promise<string | undefined> {
    try {
      const { KeyMetadata } = await new KMSClient({ region: this.environment.region }).send(
        new DescribeKeyCommand({ KeyId: stateKeyAlias(this.environment, this.account) }),
      );
      return KeyMetadata?.KeyId;
    } catch (error) {
      if (error instanceof NotFoundException) return undefined;
      throw new Failure(`KMS would not say whether there is a key for states: ${messageOf(error)}`);
    }
  }

  private async identity() {
    try {
      return await new STSClient({ region: this.environment.region }).send(new GetCallerIdentityCommand({}));
    } catch (error) {
      throw new Failure(
        `AWS does not know who you are: ${messageOf(error)}\nSign in, or set AWS_PROFILE to an administrator of the account.`,
      );
    }
  }
}

/** Whether requests go to another place than AWS, which knows no host names of buckets. */
export const usesEndpoint = (): boolean =>
  process.env["AWS_ENDPOINT_URL_S3"] !== undefined || process.env["AWS_ENDPOINT_URL"] !== undefined;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
