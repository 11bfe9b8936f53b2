import { DataAwsKmsKey } from "@cdktf/provider-aws/lib/data-aws-kms-key";
import { DataAwsSecretsmanagerSecret } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secret";
import { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import type { Construct } from "constructs";
import type { ClusterSource, Environment, ProducerAccount } from "../../model/landscape/types";
import {
  reconciliationName,
  reconciliationStarterName,
  replicationSecretName,
  sourceKeyAlias,
} from "../../model/names";
import { serviceTrust } from "../../model/policy/trust";
import { reconcileAtHour } from "../../model/reconciliation/schedule";
import { SCHEDULE_WITHOUT_DATA } from "../../model/standing-waivers";
import { ReconciliationFunction } from "../../modules/reconciliation/reconciliation-function";
import { ServiceRole } from "../../modules/role/service-role";
import { recordWaivers } from "../../modules/terraform/waived";
import { LandingStack } from "../landing-stack";

/** The producer's side of the daily comparison: one cluster says each night what its tables hold. */
export class ProducerReconciliationStack extends LandingStack {
  constructor(scope: Construct, environment: Environment, producer: ProducerAccount, source: ClusterSource) {
    super(scope, { environment, account: producer, concern: "reconciliation", subject: source.name });
    const keyArn = new DataAwsKmsKey(this, "key", { keyId: sourceKeyAlias(environment, source) }).arn;
    const secretArn = new DataAwsSecretsmanagerSecret(this, "secret", {
      name: replicationSecretName(environment, source),
    }).arn;
    const reporter = new ReconciliationFunction(this, "function", { environment, producer, source, keyArn, secretArn });
    const starter = new ServiceRole(this, "starter", {
      name: reconciliationStarterName(environment, source),
      description: `Asks ${source.name} for its figures`,
      trust: serviceTrust("scheduler.amazonaws.com", producer),
      statements: [{ Sid: "Invoke", Effect: "Allow", Action: "lambda:InvokeFunction", Resource: reporter.arn }],
    });
    const schedule = new SchedulerSchedule(this, "schedule", {
      name: reconciliationName(environment, source),
      description: `Count and checksum of the tables of ${source.name}`,
      scheduleExpression: `cron(0 ${reconcileAtHour(source)} * * ? *)`,
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: reporter.arn,
        roleArn: starter.arn,
        input: `{"secretArn":"${secretArn}"}`,
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 3600 },
      },
      dependsOn: [starter.policy],
    });
    recordWaivers(schedule, [SCHEDULE_WITHOUT_DATA]);
  }
}
