import type { Endpoint } from "@aws-sdk/client-database-migration-service";
import type { TaskParts } from "../../../local/replication/read/deployed-task";
import { type Block, block, isBlock, text } from "../json";
import type { Synthesized } from "../output";

const upper = (name: string): string => name.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Terraform's names as the SDK's; what is no endpoint's setting stays out. */
const renamed = (settings: Block, ...others: readonly string[]): Block =>
  Object.fromEntries(
    Object.entries(settings)
      .filter(([name]) => !others.includes(name))
      .map(([name, value]) => [upper(name), value]),
  );

const OF_ENDPOINT = ["depends_on", "endpoint_id", "endpoint_type"];

function sourceOf(endpoint: Block): Endpoint {
  const { engine_name: engine, database_name: database, postgres_settings: settings } = endpoint;
  return {
    EndpointIdentifier: text(endpoint["endpoint_id"]),
    EngineName: text(engine),
    ...(database === undefined ? {} : { DatabaseName: text(database) }),
    ...(isBlock(settings) ? { PostgreSQLSettings: renamed(settings) } : {}),
  };
}

/** The task or the serverless replication of a stack: its identifier and its settings. */
function replicationOf(output: Synthesized, stack: string) {
  const [config] = Object.values(output.resources(stack, "aws_dms_replication_config"));
  if (config !== undefined)
    return { task: config, name: "replication_config_identifier", settings: "replication_settings" };
  const task = output.only(stack, "aws_dms_replication_task");
  return { task, name: "replication_task_id", settings: "replication_task_settings" };
}

/** The task that a replication stack of the generated JSON makes, as `readTasks` describes it once it runs. */
export function generatedTask(output: Synthesized, stack: string): TaskParts {
  const { task, name, settings } = replicationOf(output, stack);
  const target = output.only(stack, "aws_dms_s3_endpoint");
  return {
    task: {
      ReplicationTaskIdentifier: text(task[name]),
      ReplicationTaskArn: `arn:aws:dms:eu-central-1:222233334444:task:${text(task["resource_identifier"])}`,
      Status: "running",
      MigrationType: "full-load-and-cdc",
      TableMappings: text(task["table_mappings"]),
      ReplicationTaskSettings: text(task[settings]),
    },
    source: sourceOf(block(output.only(stack, "aws_dms_endpoint"))),
    target: {
      EndpointIdentifier: text(target["endpoint_id"]),
      EngineName: "s3",
      S3Settings: {
        ...renamed(target, ...OF_ENDPOINT),
        ServerSideEncryptionKmsKeyId: "arn:aws:kms:eu-central-1:111122223333:key/raw",
        ServiceAccessRoleArn: "arn:aws:iam::222233334444:role/writer",
      },
    },
  };
}
