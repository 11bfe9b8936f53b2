import { DmsReplicationTask } from "@cdktf/provider-aws/lib/dms-replication-task";
import { Construct } from "constructs";
import type { Environment, Source } from "../../model/landscape/types";
import { acceptedLosses } from "../../model/landscape/waivers";
import { replicationTaskId } from "../../model/names";
import { tableMappings } from "../../model/replication/table-mappings";
import { taskSettings } from "../../model/replication/task-settings";
import { recordWaivers } from "../terraform/waived";

export interface ReplicationTaskProps {
  readonly environment: Environment;
  readonly source: Source;
  readonly instanceArn: string;
  readonly sourceEndpointArn: string;
  readonly lakeEndpointArn: string;
}

/** The task that loads a source's tables once and follows their changes from then on. */
export class ReplicationTask extends Construct {
  constructor(scope: Construct, id: string, props: ReplicationTaskProps) {
    super(scope, id);
    const name = replicationTaskId(props.environment, props.source);
    const task = new DmsReplicationTask(this, "task", {
      replicationTaskId: name,
      // Metrics carry the last part of the task's ARN; this makes it known before the task exists.
      resourceIdentifier: name,
      migrationType: "full-load-and-cdc",
      replicationInstanceArn: props.instanceArn,
      sourceEndpointArn: props.sourceEndpointArn,
      targetEndpointArn: props.lakeEndpointArn,
      tableMappings: tableMappings(props.source),
      replicationTaskSettings: taskSettings(props.source),
      startReplicationTask: true,
    });
    recordWaivers(task, acceptedLosses(props.source));
  }
}
