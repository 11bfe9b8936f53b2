import { DataAwsKmsKey } from "@cdktf/provider-aws/lib/data-aws-kms-key";
import type { Construct } from "constructs";
import { alarmTopicArn } from "../../model/arns";
import { isServerless } from "../../model/landscape/kinds";
import type { Environment, ProducerAccount, Source } from "../../model/landscape/types";
import { sourceKeyAlias } from "../../model/names";
import { ProducerNetworkLookup } from "../../modules/network/producer-network-lookup";
import { LakeEndpoint } from "../../modules/replication/lake-endpoint";
import { ProvisionedReplication } from "../../modules/replication/provisioned-replication";
import { ReplicationAlarms } from "../../modules/replication/replication-alarms";
import { ReplicationPlace } from "../../modules/replication/replication-place";
import { ServerlessReplication } from "../../modules/replication/serverless-replication";
import { SourceEndpoint } from "../../modules/replication/source-endpoint";
import { LandingStack } from "../landing-stack";

/** One source's way into the lake: DMS, its endpoints, its alarms. */
export class ReplicationStack extends LandingStack {
  constructor(scope: Construct, environment: Environment, producer: ProducerAccount, source: Source) {
    super(scope, { environment, account: producer, concern: "replication", subject: source.name });
    const network = new ProducerNetworkLookup(this, "network", environment, producer);
    const keyArn = new DataAwsKmsKey(this, "key", { keyId: sourceKeyAlias(environment, source) }).arn;
    const place = new ReplicationPlace(this, "place", { environment, producer, source, network });
    const from = new SourceEndpoint(this, "source", { environment, account: producer, source, keyArn });
    const to = new LakeEndpoint(this, "lake", { environment, producer, source });
    const props = { environment, source, place, keyArn, sourceEndpointArn: from.arn, lakeEndpointArn: to.arn };
    const { replication } = source;
    if (isServerless(replication)) new ServerlessReplication(this, "serverless", { ...props, settings: replication });
    else new ProvisionedReplication(this, "provisioned", { ...props, settings: replication });
    const topic = alarmTopicArn(environment, producer);
    new ReplicationAlarms(this, "alarms", { environment, source, topicArn: topic });
  }
}
