import { DatabaseMigrationServiceClient } from "@aws-sdk/client-database-migration-service";
import { S3Client } from "@aws-sdk/client-s3";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import type { Environment } from "../../model/landscape/types";
import { asAuditor, asRole } from "../as-role";
import { type LakeClients, lakeClients } from "../lake";

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
  const place = { region: environment.region, endpoint };
  const governance = environment.governance.id;
  return {
    lake: await lakeClients(governance, environment.region, endpoint),
    scheduler: new SchedulerClient(await asAuditor(place, governance)),
    producers: await Promise.all(
      environment.producers.map(async ({ id }) => ({
        dms: new DatabaseMigrationServiceClient(await asAuditor(place, id)),
      })),
    ),
    // Emulators have one address for all buckets.
    s3As: async (roleArn) => new S3Client({ ...(await asRole(place, roleArn)), forcePathStyle: true }),
  };
}
