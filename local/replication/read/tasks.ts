import {
  type DatabaseMigrationServiceClient,
  type Endpoint,
  paginateDescribeEndpoints,
  paginateDescribeReplicationTasks,
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

/**
 * All replication tasks of a producer account, in the order of their names.
 * @throws ReplicationError for whatever is not imitated or would lose data, every problem of every task in one report
 */
export async function readTasks({ dms: client }: TaskClients): Promise<readonly DeployedTask[]> {
  const endpoints = await endpointsOf(client);
  const read: (DeployedTask | readonly Problem[])[] = [];
  for await (const page of paginateDescribeReplicationTasks({ client }, {})) {
    for (const task of page.ReplicationTasks ?? []) {
      const [source, target] = [task.SourceEndpointArn, task.TargetEndpointArn].map((arn) => endpoints.get(arn ?? ""));
      const where = task.ReplicationTaskIdentifier ?? "task without a name";
      const found = `its endpoints are ${shown([task.SourceEndpointArn, task.TargetEndpointArn])}`;
      const missing = [{ where, found, instead: "one of them is not in the account" }];
      read.push(source === undefined || target === undefined ? missing : readTask({ task, source, target }));
    }
  }
  refuseAll(read.flatMap((task) => ("name" in task ? [] : task)));
  return read
    .flatMap((task) => ("name" in task ? [task] : []))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
