import { DataAwsKmsKey } from "@cdktf/provider-aws/lib/data-aws-kms-key";
import type { Construct } from "constructs";
import type { Environment, ProducerAccount, Source } from "../../model/landscape/types";
import { sourceKeyAlias, vpcName } from "../../model/names";
import { LakeEndpoint } from "../../modules/lake-endpoint";
import { ProducerNetworkLookup } from "../../modules/producer-network-lookup";
import { ReplicationAlarms } from "../../modules/replication-alarms";
import { ReplicationInstance } from "../../modules/replication-instance";
import { ReplicationTask } from "../../modules/replication-task";
import { SourceEndpoint } from "../../modules/source-endpoint";
import { LandingStack } from "../landing-stack";

/** One source's way into the lake: DMS instance, endpoints, task, alarms. */
export class ReplicationStack extends LandingStack {
  constructor(scope: Construct, environment: Environment, producer: ProducerAccount, source: Source) {
    super(scope, { environment, account: producer, concern: "replication", subject: source.name });
    const network = new ProducerNetworkLookup(this, "network", vpcName(environment, producer));
    const keyArn = new DataAwsKmsKey(this, "key", { keyId: sourceKeyAlias(environment, source) }).arn;
    const instance = new ReplicationInstance(this, "dms", { environment, source, network, keyArn });
    const from = new SourceEndpoint(this, "source", { environment, account: producer, source, keyArn });
    const to = new LakeEndpoint(this, "lake", { environment, producer, source });
    new ReplicationTask(this, "replication", {
      environment,
      source,
      instanceArn: instance.arn,
      sourceEndpointArn: from.arn,
      lakeEndpointArn: to.arn,
    });
    new ReplicationAlarms(this, "alarms", { environment, source });
  }
}
