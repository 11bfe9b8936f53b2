import {
  type DatabaseMigrationServiceClient,
  type Replication as DmsReplication,
  type Endpoint,
  paginateDescribeEndpoints,
  paginateDescribeReplicationConfigs,
  paginateDescribeReplications,
  paginateDescribeReplicationTasks,
  type ReplicationTask,
} from "@aws-sdk/client-database-migration-service";
import { type Problem, refuseAll, shown } from "../problem";
import type { DeployedTask } from "../types";
import { readTask } from "./deployed-task";

// The pinned SDK works with every Node.js that this project supports; its advice about later versions would only confuse.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";

/** How a producer account is asked. */
export interface TaskClients {
  readonly dms: DatabaseMigrationServiceClient;
}

async function endpointsOf(client: DatabaseMigrationServiceClient): Promise<ReadonlyMap<string, Endpoint>> {
  const endpoints = new Map<string, Endpoint>();
  for await (const page of paginateDescribeEndpoints({ client }, {})) {
    for (const endpoint of page.Endpoints ?? []) endpoints.set(endpoint.EndpointArn ?? "", endpoint);
  }
  return endpoints;
}

/** The replications of DMS Serverless, in the words of tasks: their settings and mappings mean the same. */
async function serverless(client: DatabaseMigrationServiceClient): Promise<readonly ReplicationTask[]> {
  const replications = new Map<string, DmsReplication>();
  for await (const page of paginateDescribeReplications({ client }, {})) {
    for (const each of page.Replications ?? []) replications.set(each.ReplicationConfigArn ?? "", each);
  }
  const found: ReplicationTask[] = [];
  for await (const page of paginateDescribeReplicationConfigs({ client }, {})) {
    for (const config of page.ReplicationConfigs ?? []) {
      const replication = replications.get(config.ReplicationConfigArn ?? "");
      found.push({
        ReplicationTaskIdentifier: config.ReplicationConfigIdentifier,
        ReplicationTaskArn: config.ReplicationConfigArn,
        SourceEndpointArn: config.SourceEndpointArn,
        TargetEndpointArn: config.TargetEndpointArn,
        MigrationType: config.ReplicationType,
        TableMappings: config.TableMappings,
        ReplicationTaskSettings: config.ReplicationSettings,
        Status: replication?.Status,
        CdcStopPosition: replication?.CdcStopPosition,
      });
    }
  }
  return found;
}

async function provisioned(client: DatabaseMigrationServiceClient): Promise<readonly ReplicationTask[]> {
  const found: ReplicationTask[] = [];
  for await (const page of paginateDescribeReplicationTasks({ client }, {})) {
    found.push(...(page.ReplicationTasks ?? []));
  }
  return found;
}

/**
 * All replication tasks and serverless replications of a producer account, in the order of their names.
 * @throws ReplicationError for whatever is not imitated or would lose data, every problem of every task in one report
 */
export async function readTasks({ dms: client }: TaskClients): Promise<readonly DeployedTask[]> {
  const endpoints = await endpointsOf(client);
  const tasks = [...(await provisioned(client)), ...(await serverless(client))];
  const read = tasks.map((task): DeployedTask | readonly Problem[] => {
    const [source, target] = [task.SourceEndpointArn, task.TargetEndpointArn].map((arn) => endpoints.get(arn ?? ""));
    if (source !== undefined && target !== undefined) return readTask({ task, source, target });
    const where = task.ReplicationTaskIdentifier ?? "task without a name";
    const found = `its endpoints are ${shown([task.SourceEndpointArn, task.TargetEndpointArn])}`;
    return [{ where, found, instead: "one of them is not in the account" }];
  });
  refuseAll(read.flatMap((task) => ("name" in task ? [] : task)));
  return read
    .flatMap((task) => ("name" in task ? [task] : []))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
