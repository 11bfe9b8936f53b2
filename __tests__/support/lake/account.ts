import { AthenaClient } from "@aws-sdk/client-athena";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GlueClient } from "@aws-sdk/client-glue";
import { S3Client } from "@aws-sdk/client-s3";
import { SFNClient } from "@aws-sdk/client-sfn";
import type { LakeClients } from "../../../local/lake";
import { column } from "../../../model/contract/column";
import { mergeWorkflow } from "../../../model/curation/merge-workflow";
import { loadStatement, mergeStatement } from "../../../model/sql/merge";
import { clientOf, type Operations, Refusal } from "../aws/json-services";
import { type Block, text } from "../json";
import { ItemStore } from "../merge/item-store";
import { environmentOf, sourceOf, table } from "../sources";
import { locks, metrics } from "./memory";
import { glueOf } from "./zone";

const MACHINE = "arn:aws:states:eu-central-1:111122223333:stateMachine:prod-loans-curation";
const ROLE = "arn:aws:iam::111122223333:role/prod-loans-curation";

/** The loans of `declared.ts`, as a source of the landscape. */
const LOANS = {
  ...sourceOf(
    table("loan", {
      loan_id: column("bigint", "internal", "Key"),
      amount: column("decimal(12,2)", "internal", "Amount"),
      status: column("varchar(20)", "internal", "Status"),
      updated_at: column("timestamp(6)", "internal", "Last change"),
    }),
  ),
  name: "loans",
};

const [LOAN] = LOANS.tables;

const workflow = (): string =>
  mergeWorkflow({
    environment: environmentOf(LOANS),
    source: LOANS,
    workgroup: "prod-loans-curation",
    stateTable: "prod-loans-curation",
    items: [{ table: "loan", merge: "merge-id", load: "load-id" }],
  });

/** What a test deploys otherwise. */
export interface Deployed {
  /** Changes the definition of the state machine. */
  readonly definition?: (json: string) => string;
  /** Changes the saved statement that merges. */
  readonly merge?: (sql: string) => string;
  /** Changes the one that loads. */
  readonly load?: (sql: string) => string;
}

/** An account with one merge, as it answers; keeps locks and metrics. */
export class Account {
  public readonly items = new ItemStore();
  public readonly metrics: Block[] = [];
  /** Roles that were taken on. */
  public readonly roles: string[] = [];

  public constructor(private readonly deployed: Deployed = {}) {}

  public get clients(): LakeClients {
    return {
      account: "111122223333",
      dynamoDb: new DynamoDBClient(clientOf(locks(this.items))),
      glue: new GlueClient(clientOf(glueOf({}))),
      s3: new S3Client({ region: "eu-central-1" }),
      sfn: new SFNClient(clientOf(this.machines)),
      as: (role) => {
        this.roles.push(role);
        return Promise.resolve({
          athena: new AthenaClient(clientOf(this.queries)),
          cloudWatch: new CloudWatchClient(clientOf(metrics(this.metrics))),
          dynamoDb: new DynamoDBClient(clientOf(locks(this.items))),
        });
      },
    };
  }

  private get machines(): Operations {
    const { definition = (json) => json } = this.deployed;
    const other = { StartAt: "End", States: { End: { Type: "Succeed" } } };
    const definitions: Readonly<Record<string, string>> = {
      [MACHINE]: definition(workflow()),
      other: JSON.stringify(other),
    };
    return {
      "AWSStepFunctions.ListStateMachines": () => ({
        stateMachines: Object.keys(definitions).map((arn) => ({ stateMachineArn: arn, name: arn.split(":").at(-1) })),
      }),
      "AWSStepFunctions.DescribeStateMachine": ({ stateMachineArn: arn }) => ({
        definition: definitions[text(arn)],
        roleArn: ROLE,
      }),
    };
  }

  private get queries(): Operations {
    const { merge = (sql) => sql, load = (sql) => sql } = this.deployed;
    if (LOAN === undefined) throw new Error("the source has no table");
    const saved: Readonly<Record<string, string>> = {
      "merge-id": merge(mergeStatement(LOANS, LOAN)),
      "load-id": load(loadStatement(LOANS, LOAN)),
    };
    return {
      "AmazonAthena.GetNamedQuery": ({ NamedQueryId: id }) => {
        const sql = saved[text(id)];
        if (sql === undefined) throw new Refusal("InvalidRequestException");
        return { NamedQuery: { Name: text(id), QueryString: sql } };
      },
    };
  }
}
