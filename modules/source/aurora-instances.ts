import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { RdsClusterInstance } from "@cdktf/provider-aws/lib/rds-cluster-instance";
import { Construct } from "constructs";
import { zonesOf } from "../../model/landscape/kinds";
import type { ClusterSource, Environment, ProducerAccount } from "../../model/landscape/types";
import { waiverOf } from "../../model/landscape/waivers";
import { clusterId, monitoringRoleName } from "../../model/names";
import { serviceTrust } from "../../model/policy/trust";
import { boundaryOf } from "../role/boundary";
import { OnlyPolicies } from "../role/only-policies";
import { holds } from "../terraform/postconditions";
import { recordWaivers } from "../terraform/waived";

const DEFAULT_INSTANCES = 2;
const MONITORING_SECONDS = 60;

/** A group of an instance's own could switch off what the cluster's asks for, such as the log of statements. */
const OF_THE_ENGINE = holds(
  'startswith(self.db_parameter_group_name, "default.")',
  "The instance has a parameter group of its own, which goes before the cluster's",
  "give it the default group of its engine with `aws rds modify-db-instance`",
);

export interface AuroraInstancesProps {
  readonly environment: Environment;
  readonly account: ProducerAccount;
  readonly source: ClusterSource;
  readonly keyArn: string;
  readonly cluster: RdsCluster;
}

/** Writer and readers of a cluster, in different zones, with enhanced monitoring and Performance Insights. */
export class AuroraInstances extends Construct {
  constructor(scope: Construct, id: string, { environment, account, source, keyArn, cluster }: AuroraInstancesProps) {
    super(scope, id);
    const monitoring = new IamRole(this, "monitoring", {
      name: monitoringRoleName(environment, source),
      description: "Enhanced monitoring of RDS instances",
      assumeRolePolicy: serviceTrust("monitoring.rds.amazonaws.com", account),
      permissionsBoundary: boundaryOf(this),
    });
    const attached = new IamRolePolicyAttachment(this, "monitoring-policy", {
      role: monitoring.name,
      policyArn: "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
    });
    new OnlyPolicies(this, "monitoring-only", { role: monitoring, attached: [attached] });
    const zones = zonesOf(account.network);
    for (let number = 1; number <= (source.instances ?? DEFAULT_INSTANCES); number++) {
      const zone = zones[(number - 1) % zones.length];
      const instance = new RdsClusterInstance(this, `instance-${number}`, {
        identifier: `${clusterId(environment, source)}-${number}`,
        clusterIdentifier: cluster.id,
        engine: source.engine,
        engineVersion: cluster.engineVersion,
        instanceClass: source.instanceClass,
        ...(zone === undefined ? {} : { availabilityZone: zone }),
        publiclyAccessible: false,
        autoMinorVersionUpgrade: true,
        copyTagsToSnapshot: true,
        monitoringInterval: MONITORING_SECONDS,
        monitoringRoleArn: monitoring.arn,
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: keyArn,
        dependsOn: [attached],
        lifecycle: { postcondition: [OF_THE_ENGINE] },
      });
      recordWaivers(instance, waiverOf(source, "database-multi-az"));
    }
  }
}
