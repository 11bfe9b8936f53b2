import { Construct } from "constructs";
import type { ReplicationInstance as InstanceSettings } from "../../model/landscape/types";
import { ReplicationInstance } from "./replication-instance";
import type { ReplicationProps } from "./replication-props";
import { ReplicationTask } from "./replication-task";

/** Replication on a DMS instance of fixed size. */
export class ProvisionedReplication extends Construct {
  constructor(scope: Construct, id: string, props: ReplicationProps<InstanceSettings>) {
    super(scope, id);
    const instance = new ReplicationInstance(this, "dms", props);
    new ReplicationTask(this, "replication", { ...props, instanceArn: instance.arn });
  }
}
