import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { Construct } from "constructs";
import { logGroupArn } from "../../model/arns";
import type { Account, Environment } from "../../model/landscape/types";
import { serviceTrust } from "../../model/policy/trust";
import { ServiceRole } from "../role/service-role";

export interface FlowLogsProps {
  readonly environment: Environment;
  readonly account: Account;
  readonly name: string;
  readonly roleName: string;
  readonly vpcId: string;
  readonly keyArn: string;
}

/** Every connection in the VPC, accepted or refused, in an encrypted log group. */
export class FlowLogs extends Construct {
  constructor(scope: Construct, id: string, { environment, account, name, roleName, vpcId, keyArn }: FlowLogsProps) {
    super(scope, id);
    const logGroupName = `/vpc/${name}/flow-logs`;
    const group = new CloudwatchLogGroup(this, "group", {
      name: logGroupName,
      kmsKeyId: keyArn,
      retentionInDays: environment.governance.logRetentionDays,
    });
    const arn = logGroupArn(environment, account, logGroupName);
    const role = new ServiceRole(this, "role", {
      name: roleName,
      description: `Writes the flow logs of ${name}`,
      trust: serviceTrust("vpc-flow-logs.amazonaws.com", account),
      statements: [
        {
          Sid: "WriteLogs",
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          Resource: [arn, `${arn}:*`],
        },
        // Knows no resources: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
        { Sid: "FindLogs", Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
      ],
    });
    new FlowLog(this, "flow-log", {
      vpcId,
      trafficType: "ALL",
      logDestination: group.arn,
      logDestinationType: "cloud-watch-logs",
      iamRoleArn: role.arn,
      maxAggregationInterval: 60,
      tags: { Name: name },
      dependsOn: [role.policy],
    });
  }
}
