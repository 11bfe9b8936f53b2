import { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard";
import type { Construct } from "constructs";
import type { Environment, ProducerAccount } from "../../model/landscape/types";
import { dashboardName } from "../../model/names";
import { dashboardBody } from "../../model/replication/dashboard";
import { ReplicationEvents } from "../../modules/replication/replication-events";
import { AlarmTopic } from "../../modules/watching/alarm-topic";
import { LandingStack } from "../landing-stack";

/** How a producer hears and sees what happens: alarm topic, DMS events, dashboard. */
export class MonitoringStack extends LandingStack {
  constructor(scope: Construct, environment: Environment, producer: ProducerAccount) {
    super(scope, { environment, account: producer, concern: "monitoring" });
    const topic = new AlarmTopic(this, "alarms", {
      environment,
      account: producer,
      publishers: ["cloudwatch.amazonaws.com", "dms.amazonaws.com"],
    });
    new ReplicationEvents(this, "events", { environment, producer, topicArn: topic.arn });
    new CloudwatchDashboard(this, "dashboard", {
      dashboardName: dashboardName(environment, producer),
      dashboardBody: dashboardBody(environment, producer),
    });
  }
}
