import { AthenaClient } from "@aws-sdk/client-athena";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GlueClient, type Table } from "@aws-sdk/client-glue";
import { S3Client } from "@aws-sdk/client-s3";
import { SFNClient } from "@aws-sdk/client-sfn";
import type { LakeClients } from "../../../local/lake";
import { clientOf, type Operations, Refusal } from "../aws/json-services";
import { type Block, block, isBlock, list, text } from "../json";
import { ItemStore } from "../merge/item-store";
import type { Synthesized } from "../output";
import { locks, metrics } from "./memory";

const ACCOUNT = "111122223333";

/** A name that a resource of the same stack gives: `${aws_glue_catalog_database.changes.name}`. */
const referred = (output: Synthesized, stack: string, value: unknown): string => {
  const [, type = "", id = ""] = /^\$\{(\w+)\.([\w-]+)\.name\}$/.exec(text(value)) ?? [];
  return id === "" ? text(value) : text(output.resources(stack, type)[id]?.["name"]);
};

/** Terraform writes two dollars where one is meant. */
const unescaped = (value: unknown): string => text(value).replaceAll("$${", "${");
const texts = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(isBlock(value) ? value : {}).map(([key, each]) => [key, unescaped(each)]));

const columns = (value: unknown) =>
  (value === undefined ? [] : list(value)).map(block).map(({ name, type }) => ({ Name: text(name), Type: text(type) }));

/** A table of the generated JSON as Glue answers it once it is there. */
function tableOf(table: Block): Table {
  const storage = block(table["storage_descriptor"]);
  const serde = isBlock(storage["ser_de_info"]) ? storage["ser_de_info"] : {};
  const iceberg = table["open_table_format_input"] !== undefined;
  return {
    Name: text(table["name"]),
    Parameters: { ...texts(table["parameters"]), ...(iceberg ? { table_type: "ICEBERG" } : {}) },
    PartitionKeys: columns(table["partition_keys"]),
    StorageDescriptor: {
      Columns: columns(storage["columns"]),
      Location: unescaped(storage["location"]),
      ...(iceberg
        ? {}
        : {
            InputFormat: text(storage["input_format"]),
            SerdeInfo: {
              SerializationLibrary: text(serde["serialization_library"]),
              Parameters: texts(serde["parameters"]),
            },
          }),
    },
  };
}

/**
 * The account of the lake with what the generated JSON of some sources makes in it: databases, tables, saved statements
 * and state machines. Keeps locks and metrics.
 */
export class GeneratedAccount {
  public readonly items = new ItemStore();
  public readonly metrics: Block[] = [];

  public constructor(
    private readonly output: Synthesized,
    private readonly environment: string,
    private readonly sources: readonly string[],
  ) {}

  public get clients(): LakeClients {
    const role = {
      athena: new AthenaClient(clientOf(this.queries)),
      cloudWatch: new CloudWatchClient(clientOf(metrics(this.metrics))),
      dynamoDb: new DynamoDBClient(clientOf(locks(this.items))),
    };
    return {
      account: ACCOUNT,
      dynamoDb: role.dynamoDb,
      glue: new GlueClient(clientOf(this.catalog)),
      s3: new S3Client({ region: "eu-central-1" }),
      sfn: new SFNClient(clientOf(this.machines)),
      as: () => Promise.resolve(role),
    };
  }

  private all(part: string, type: string): readonly (readonly [stack: string, id: string, body: Block])[] {
    return this.sources.flatMap((source) => {
      const stack = `${this.environment}-governance-${part}-${source}`;
      return Object.entries(this.output.resources(stack, type)).map(([id, body]) => [stack, id, body] as const);
    });
  }

  private get catalog(): Operations {
    const tables = this.all("catalog", "aws_glue_catalog_table").map(
      ([stack, , body]) => [referred(this.output, stack, body["database_name"]), tableOf(body)] as const,
    );
    const databases = this.all("catalog", "aws_glue_catalog_database").map(([, , { name }]) => text(name));
    return {
      "AWSGlue.GetDatabases": () => ({ DatabaseList: databases.map((Name) => ({ Name })) }),
      "AWSGlue.GetTables": ({ DatabaseName: name }) => ({
        TableList: tables.flatMap(([database, table]) => (database === name ? [table] : [])),
      }),
    };
  }

  /** Saved statements by the reference that stands for their id. */
  private get statements(): ReadonlyMap<string, string> {
    return new Map(
      this.all("curation", "aws_athena_named_query").map(([, id, { query }]) => [
        `\${aws_athena_named_query.${id}.id}`,
        unescaped(query),
      ]),
    );
  }

  private get queries(): Operations {
    const { statements } = this;
    return {
      "AmazonAthena.GetNamedQuery": ({ NamedQueryId: id }) => {
        const sql = statements.get(text(id));
        if (sql === undefined) throw new Refusal("InvalidRequestException");
        return { NamedQuery: { Name: text(id), QueryString: sql } };
      },
    };
  }

  private get machines(): Operations {
    const machines = this.all("curation", "aws_sfn_state_machine").map(([, , { name, definition }]) => ({
      stateMachineArn: `arn:aws:states:eu-central-1:${ACCOUNT}:stateMachine:${text(name)}`,
      name: text(name),
      definition: text(definition).replaceAll("$${", "${"),
    }));
    return {
      "AWSStepFunctions.ListStateMachines": () => ({
        stateMachines: machines.map(({ stateMachineArn, name }) => ({ stateMachineArn, name })),
      }),
      "AWSStepFunctions.DescribeStateMachine": ({ stateMachineArn: arn }) => ({
        definition: machines.find(({ stateMachineArn }) => stateMachineArn === arn)?.definition,
        roleArn: `arn:aws:iam::${ACCOUNT}:role/merge`,
      }),
    };
  }
}
