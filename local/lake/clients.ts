import { AthenaClient } from "@aws-sdk/client-athena";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GlueClient } from "@aws-sdk/client-glue";
import { S3Client } from "@aws-sdk/client-s3";
import { SFNClient } from "@aws-sdk/client-sfn";
import { asAuditor, asRole } from "../as-role";

/** What a state machine's role calls. */
export interface RoleClients {
  readonly athena: AthenaClient;
  readonly cloudWatch: CloudWatchClient;
  readonly dynamoDb: DynamoDBClient;
}

/** The account of the lake. */
export interface LakeClients {
  readonly account: string;
  readonly dynamoDb: DynamoDBClient;
  readonly glue: GlueClient;
  readonly s3: S3Client;
  readonly sfn: SFNClient;
  /** As a role of the account. */
  as(roleArn: string): Promise<RoleClients>;
}

/** Takes on a role in an emulated account. */
export async function lakeClients(account: string, region: string, endpoint: string): Promise<LakeClients> {
  const place = { region, endpoint };
  const config = await asAuditor(place, account);
  return {
    account,
    dynamoDb: new DynamoDBClient(config),
    glue: new GlueClient(config),
    // Emulators have one address for all buckets.
    s3: new S3Client({ ...config, forcePathStyle: true }),
    sfn: new SFNClient(config),
    as: async (roleArn) => {
      const own = await asRole(place, roleArn);
      return {
        athena: new AthenaClient(own),
        cloudWatch: new CloudWatchClient(own),
        dynamoDb: new DynamoDBClient(own),
      };
    },
  };
}
