import { DataAwsKmsKey } from "@cdktf/provider-aws/lib/data-aws-kms-key";
import { DataAwsRdsCluster } from "@cdktf/provider-aws/lib/data-aws-rds-cluster";
import type { Construct } from "constructs";
import type { ClusterSource, Environment, ProducerAccount } from "../../model/landscape/types";
import { clusterId, sourceKeyAlias } from "../../model/names";
import { ReadinessFunction } from "../../modules/source/readiness-function";
import { ReadinessRun } from "../../modules/source/readiness-run";
import { LandingStack } from "../landing-stack";

/** Makes one cluster ready for change capture, or says what it lacks. */
export class ReadinessStack extends LandingStack {
  constructor(scope: Construct, environment: Environment, producer: ProducerAccount, source: ClusterSource) {
    super(scope, { environment, account: producer, concern: "readiness", subject: source.name });
    const keyArn = new DataAwsKmsKey(this, "key", { keyId: sourceKeyAlias(environment, source) }).arn;
    const cluster = new DataAwsRdsCluster(this, "cluster", { clusterIdentifier: clusterId(environment, source) });
    const masterSecretArn = cluster.masterUserSecret.get(0).secretArn;
    const place = { environment, account: producer, source, masterSecretArn };
    const readiness = new ReadinessFunction(this, "function", { ...place, keyArn });
    new ReadinessRun(this, "readiness", { ...place, readiness });
  }
}
