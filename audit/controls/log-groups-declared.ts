import { type Control, eachResource } from "../check/control";
import { all, fail, PASS, undecided } from "../check/judge";
import type { World } from "../check/world";
import { blocks, texts } from "../output/json";
import { hasToken } from "../output/tokens";
import type { Resource } from "../output/types";

type Text = (value: unknown) => string;

/** Names of the log groups that AWS makes by itself for a resource, when nobody has made them before. */
const GROUPS: Readonly<Record<string, (body: Resource["body"], text: Text) => readonly string[]>> = {
  // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.CloudWatch.html
  aws_rds_cluster: (body, text) =>
    texts(body["enabled_cloudwatch_logs_exports"]).map(
      (log) => `/aws/rds/cluster/${text(body["cluster_identifier"])}/${log}`,
    ),
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
  aws_db_instance: (body, text) =>
    texts(body["enabled_cloudwatch_logs_exports"]).map((log) => `/aws/rds/instance/${text(body["identifier"])}/${log}`),
  // https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Monitoring.html
  aws_dms_replication_instance: (body, text) => [`dms-tasks-${text(body["replication_instance_id"])}`],
  aws_dms_replication_config: (body, text) => [`dms-serverless-replication-${text(body["resource_identifier"])}`],
  // Besides the role's name, with the path that it may have, the group is named after the security configuration.
  aws_glue_crawler: (body, text) => {
    const configuration = body["security_configuration"];
    const role = text(body["role"]).replace(/^arn:[^/]*:role\//, "");
    return [
      configuration === undefined ? "/aws-glue/crawlers" : `/aws-glue/crawlers-role/${role}-${text(configuration)}`,
    ];
  },
  // https://docs.aws.amazon.com/glue/latest/dg/optimization-prerequisites.html
  aws_glue_catalog_table_optimizer: (body, text) => [
    `/aws-glue/iceberg-${text(body["type"]).replaceAll("_", "-")}/logs`,
  ],
  // https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html
  aws_lambda_function: (body, text) => {
    const [logging] = blocks(body["logging_config"]);
    return [
      logging?.["log_group"] === undefined ? `/aws/lambda/${text(body["function_name"])}` : text(logging["log_group"]),
    ];
  },
};

/** Names of the groups that the stacks of an account declare. */
const declared = ({ of, resolver }: World, account: string): ReadonlySet<string> =>
  new Set(
    of("aws_cloudwatch_log_group")
      .filter((group) => group.account === account)
      .map((group) => resolver.text(group, group.body["name"])),
  );

export const logGroupsDeclared: Control = {
  id: "log-groups-declared",
  sentence: "Every log group that an AWS service would make by itself is declared.",
  reason: "A service makes it without a customer's key and keeps its events for ever.",
  remedy: "declare an aws_cloudwatch_log_group of the name, with key and retention, and let the resource depend on it",
  severity: "medium",
  references: [],
  check: (world) => {
    const known = new Map<string, ReadonlySet<string>>();
    return eachResource(Object.keys(GROUPS), (resource) => {
      const { type, account, body } = resource;
      const names = GROUPS[type]?.(body, (value) => world.resolver.text(resource, value)) ?? [];
      const groups = known.get(account) ?? declared(world, account);
      known.set(account, groups);
      return all(
        PASS,
        ...names.map((name) => {
          if (groups.has(name)) return PASS;
          return hasToken(name) ? undecided(`the name of log group ${name} is open`) : fail(`nobody declares ${name}`);
        }),
      );
    })(world);
  },
};
