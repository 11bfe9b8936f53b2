import { DEPOSITS, LENDING } from "../support/bank";
import { administration, logsUse, policy, serviceTrust } from "../support/expected-policies";
import { first, parsed } from "../support/json";
import { guardedKey, readKey } from "../support/keys";
import { keyOf, roleOf } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

describe.each([
  ["lending", LENDING],
  ["deposits", DEPOSITS],
])("flow logs of %s", (account, accountId) => {
  const id = `prod-${account}-network`;
  const name = `prod-${account}-lake`;
  const names = (type: string): readonly string[] => Object.keys(bank.resources(id, type));
  const vpc = `\${aws_vpc.${first(names("aws_vpc"))}.id}`;

  it("records every connection in an encrypted log group for a year", () => {
    const key = keyOf(bank, id, `alias/prod-${account}-network`);
    const group = first(names("aws_cloudwatch_log_group"));
    const role = roleOf(bank, id, `prod-${account}-flow-logs`);
    expect(bank.only(id, "aws_cloudwatch_log_group")).toEqual({
      name: `/vpc/${name}/flow-logs`,
      kms_key_id: key.arn,
      retention_in_days: 365,
    });
    expect(bank.only(id, "aws_flow_log")).toEqual({
      vpc_id: vpc,
      traffic_type: "ALL",
      log_destination: `\${aws_cloudwatch_log_group.${group}.arn}`,
      log_destination_type: "cloud-watch-logs",
      iam_role_arn: role.arn,
      max_aggregation_interval: 60,
      tags: { Name: name },
      depends_on: [`aws_iam_role_policy.${role.policyName}`],
    });
    expect(readKey(bank, id, `alias/prod-${account}-network`)).toEqual(
      guardedKey(administration(accountId), logsUse(accountId)),
    );
  });

  it("lets flow logs write to their own group alone", () => {
    const role = roleOf(bank, id, `prod-${account}-flow-logs`);
    const group = `arn:aws:logs:eu-central-1:${accountId}:log-group:/vpc/${name}/flow-logs`;
    expect(parsed(role.body["assume_role_policy"])).toEqual(serviceTrust("vpc-flow-logs.amazonaws.com", accountId));
    expect(parsed(role.policy["policy"])).toEqual(
      policy(
        {
          Sid: "WriteLogs",
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          Resource: [group, `${group}:*`],
        },
        { Sid: "FindLogs", Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
      ),
    );
  });
});
