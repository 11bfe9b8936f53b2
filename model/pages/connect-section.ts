import { teamGrants } from "../access/shares";
import { roleArn } from "../arns";
import type { ConsumerAccount, Environment, Team } from "../landscape/types";
import { teamName, teamWorkgroupName } from "../names";

/** Three ways to the data, each complete. https://docs.aws.amazon.com/athena/latest/ug/jdbc-v3-driver.html */
export function connectSection(environment: Environment, consumer: ConsumerAccount, team: Team): readonly string[] {
  const name = teamName(environment, consumer, team);
  const workgroup = teamWorkgroupName(environment, consumer, team);
  const arn = team.existingRole ?? roleArn(consumer, name);
  const role = arn.split(":role/").at(-1) ?? name;
  const first = teamGrants(environment, consumer, team)[0];
  const table = first === undefined ? '"loans"."loan"' : `"${first.database}"."${first.table}"`;
  return [
    `Everything goes through the role \`${role}\`, which these may assume:`,
    "",
    ...(team.existingRole === undefined
      ? team.assumedBy.map((principal) => `- \`${principal}\``)
      : ["- whom its own trust policy names"]),
    "",
    `**Console.** Sign in as one of them, [switch to the role](https://signin.aws.amazon.com/switchrole?account=${consumer.id}&roleName=${role}), open Athena in \`${environment.region}\`, choose the workgroup \`${workgroup}\` and the data source \`AwsDataCatalog\`.`,
    "",
    "**AWS CLI.** A profile in `~/.aws/config`, then a query:",
    "",
    "```ini",
    `[profile ${name}]`,
    `role_arn = ${arn}`,
    "source_profile = <your sign-in profile>",
    `region = ${environment.region}`,
    "```",
    "",
    "```sh",
    `aws athena start-query-execution --profile ${name} --work-group ${workgroup} \\`,
    `  --query-string 'SELECT count(*) FROM ${table}'`,
    `aws athena get-query-results --profile ${name} --query-execution-id <id from above>`,
    "```",
    "",
    "**JDBC.** With Athena's driver 3.x and the same profile:",
    "",
    "```",
    `jdbc:athena://Region=${environment.region};WorkGroup=${workgroup};Catalog=AwsDataCatalog;CredentialsProvider=ProfileCredentials;ProfileName=${name}`,
    "```",
    "",
    "Write no output location: the workgroup has one, and overrides others.",
    "",
  ];
}
