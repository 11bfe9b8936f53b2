import { DatabaseMigrationServiceClient } from "@aws-sdk/client-database-migration-service";
import { S3Client } from "@aws-sdk/client-s3";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { STSClient } from "@aws-sdk/client-sts";
import { taken } from "../../audit/live/clients";
import type { Environment } from "../../model/landscape/types";
import { EMULATOR_CREDENTIALS } from "../environment";
import { type LakeClients, lakeClients } from "../lake";

/** Any role can be taken on in an emulated account; this one only reads. */
const ROLE = "arn:aws:iam::{account}:role/lake-audit";

/** Whom the rows meet: the account of the lake, and those of the systems. */
export interface RowsClients {
  readonly lake: LakeClients;
  readonly scheduler: SchedulerClient;
  readonly producers: readonly { readonly dms: DatabaseMigrationServiceClient }[];
  /** S3 as a role of any account. */
  s3As(roleArn: string): Promise<S3Client>;
}

/** Enters the emulated accounts. The landscape only says which there are. */
export async function rowsClients(environment: Environment, endpoint: string): Promise<RowsClients> {
  const common = { region: environment.region, endpoint };
  const sts = new STSClient({ ...common, credentials: EMULATOR_CREDENTIALS });
  const as = async (roleArn: string) => ({ ...common, credentials: await taken(sts, roleArn) });
  const auditor = (account: string) => as(ROLE.replace("{account}", account));
  const governance = environment.governance.id;
  return {
    lake: await lakeClients(governance, environment.region, endpoint),
    scheduler: new SchedulerClient(await auditor(governance)),
    producers: await Promise.all(
      environment.producers.map(async ({ id }) => ({ dms: new DatabaseMigrationServiceClient(await auditor(id)) })),
    ),
    // Emulators have one address for all buckets.
    s3As: async (roleArn) => new S3Client({ ...(await as(roleArn)), forcePathStyle: true }),
  };
}
