/**
 * What each role of the tests' production must be able to do, and what it must not: written by hand, from what the services
 * ask for, and not from the policies. `{source}` stands for each source in turn, `{producer}` for its account.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html#CHAP_Target.S3.Prerequisites
 * https://docs.aws.amazon.com/glue/latest/dg/crawler-s3-event-notifications.html
 * https://docs.aws.amazon.com/step-functions/latest/dg/athena-iam.html
 * https://docs.aws.amazon.com/athena/latest/ug/lf-athena-limitations.html
 */

/** Actions on one thing. A key is written as its alias, a state machine or function by Terraform's type and its name. */
export interface Ask {
  readonly actions: readonly string[];
  readonly on: string;
  /** Service that asks on behalf of the role. */
  readonly via?: string;
  /** Condition keys of the request; `null`: it has no such key. */
  readonly with?: Readonly<Record<string, string | null>>;
}

export interface Rights {
  /** `account/role`, or a service. */
  readonly who: string;
  readonly must: readonly Ask[];
  readonly mustNot: readonly Ask[];
}

const GOVERNANCE = "111122223333";
const IDS: Readonly<Record<string, string>> = {
  governance: GOVERNANCE,
  lending: "222233334444",
  deposits: "333344445555",
  risk: "444455556666",
  finance: "555566667777",
};
const arn = (service: string, what: string, account = GOVERNANCE) =>
  `arn:aws:${service}:eu-central-1:${account}:${what}`;
const bucket = (name: string, path = "") => `arn:aws:s3:::examplebank-prod-${name}-${GOVERNANCE}${path}`;
const on = (where: string, ...actions: readonly string[]): Ask => ({ actions, on: where });
const key = (alias: string, via: string | undefined, ...actions: readonly string[]): Ask => ({
  actions: actions.map((action) => `kms:${action}`),
  on: `alias/prod-${alias}`,
  ...(via === undefined ? {} : { via }),
});
/** The key has the tags that a stack of this environment gives. */
const owned = (ask: Ask): Ask => ({
  ...ask,
  with: { "aws:ResourceTag/environment": "prod", "aws:ResourceTag/stack": "prod-other" },
});
/** What a table's pointer takes: AWS asks about catalog, database and table. */
const table = (database: string, ...actions: readonly string[]): readonly Ask[] =>
  ["catalog", `database/${database}`, `table/${database}/loan`].map((each) => on(arn("glue", each), ...actions));
const merges = "aws_sfn_state_machine prod-{source}-curation";
const raw = bucket("{source}-raw", "/{producer}/{source}/g1/loan/1.parquet");
const curated = bucket("{source}-curated", "/loan/data/1.parquet");
const upload = {
  "s3:x-amz-server-side-encryption": "aws:kms",
  "s3:x-amz-server-side-encryption-aws-kms-key-id": "alias/prod-{source}-raw",
  "s3:x-amz-server-side-encryption-customer-algorithm": null,
};
const plain = Object.fromEntries(Object.keys(upload).map((name) => [name, null]));

export const RIGHTS: readonly Rights[] = [
  {
    who: "{producer}/prod-{source}-lake-writer",
    must: [
      { ...on(raw, "s3:PutObject"), with: upload },
      on(raw, "s3:DeleteObject", "s3:PutObjectTagging"),
      on(bucket("{source}-raw"), "s3:ListBucket", "s3:GetBucketLocation"),
      key("{source}-raw", "s3", "GenerateDataKey", "Decrypt"),
    ],
    mustNot: [
      on(raw, "s3:GetObject"),
      { ...on(curated, "s3:PutObject"), with: plain },
      key("{source}-raw", undefined, "Decrypt", "CreateGrant"),
      key("{source}-curated", "s3", "Decrypt"),
    ],
  },
  {
    who: "{producer}/prod-{source}-dms-secret",
    must: [
      on(
        arn("secretsmanager", "secret:prod/{source}/replication-AbCdEf", "{producer}"),
        "secretsmanager:GetSecretValue",
      ),
      key("{source}-source", "secretsmanager", "Decrypt"),
    ],
    mustNot: [
      on(arn("secretsmanager", "secret:prod/payroll-AbCdEf", "{producer}"), "secretsmanager:GetSecretValue"),
      key("{source}-raw", "s3", "Decrypt"),
      on(raw, "s3:GetObject"),
    ],
  },
  {
    who: "governance/prod-{source}-discovery",
    must: [
      on("*", "lakeformation:GetDataAccess", "glue:GetSecurityConfiguration"),
      ...table("{source}_discovered", "glue:CreateTable", "glue:UpdateTable", "glue:GetTable"),
      on(arn("sqs", "prod-{source}-discovery"), "sqs:ReceiveMessage", "sqs:DeleteMessage"),
      on(arn("sqs", "prod-{source}-discovery-dead-letters"), "sqs:SendMessage"),
      key("{source}-raw", "sqs", "Decrypt"),
      key("catalog", "glue", "Decrypt"),
    ],
    mustNot: [
      ...table("{source}", "glue:UpdateTable").slice(1),
      on(raw, "s3:GetObject"),
      key("{source}-raw", "s3", "Decrypt"),
    ],
  },
  {
    who: "governance/prod-{source}-curation",
    must: [
      on(arn("athena", "workgroup/prod-{source}-curation"), "athena:StartQueryExecution", "athena:GetQueryExecution"),
      on("*", "lakeformation:GetDataAccess", "xray:PutTraceSegments"),
      ...table("{source}", "glue:GetTable", "glue:UpdateTable"),
      ...table("{source}_changes", "glue:GetTable"),
      { ...on(curated, "s3:PutObject"), with: plain },
      on(curated, "s3:GetObject", "s3:DeleteObject"),
      on(bucket("{source}-merge", "/1.csv"), "s3:GetObject"),
      key("{source}-curated", "s3", "Decrypt", "GenerateDataKey"),
      key("catalog", "glue", "Decrypt"),
      on(arn("dynamodb", "table/prod-{source}-curation"), "dynamodb:GetItem", "dynamodb:UpdateItem"),
      on(arn("states", "stateMachine:prod-{source}-curation"), "states:StartExecution"),
    ],
    mustNot: [
      on(raw, "s3:GetObject", "s3:DeleteObject"),
      key("{source}-curated", undefined, "Decrypt", "CreateGrant"),
      key("{source}-raw", "s3", "Decrypt"),
      ...table("{source}_changes", "glue:UpdateTable").slice(1),
      on(arn("glue", "table/{source}/loan"), "glue:DeleteTable"),
      on(
        "*",
        "lakeformation:GrantPermissions",
        "lakeformation:BatchGrantPermissions",
        "lakeformation:PutDataLakeSettings",
      ),
    ],
  },
  {
    who: "governance/prod-{source}-tables",
    must: [
      ...table("{source}", "glue:GetTable", "glue:UpdateTable"),
      { ...on(bucket("{source}-curated", "/loan/metadata/1.json"), "s3:PutObject"), with: plain },
      key("{source}-curated", "s3", "Decrypt", "GenerateDataKey"),
    ],
    mustNot: [
      on(curated, "s3:GetObject"),
      on(raw, "s3:GetObject"),
      on(arn("glue", "table/{source}/loan"), "glue:DeleteTable"),
    ],
  },
  {
    who: "governance/prod-{source}-optimizer",
    must: [on("*", "lakeformation:GetDataAccess"), ...table("{source}", "glue:GetTable", "glue:UpdateTable")],
    mustNot: [on(curated, "s3:GetObject", "s3:DeleteObject"), key("{source}-curated", "s3", "Decrypt")],
  },
  {
    who: "governance/prod-{source}-merge-schedule",
    must: [on(merges, "states:StartExecution")],
    mustNot: [on(merges, "states:UpdateStateMachine"), on("*", "lakeformation:GetDataAccess")],
  },
  {
    who: "governance/prod-{source}-lake-location",
    must: [
      on(raw, "s3:GetObject"),
      on(curated, "s3:GetObject"),
      key("{source}-raw", "s3", "Decrypt"),
      key("{source}-curated", "s3", "Decrypt"),
    ],
    mustNot: [
      { ...on(raw, "s3:PutObject"), with: plain },
      on(raw, "s3:DeleteObject"),
      key("{source}-raw", undefined, "Decrypt"),
      key("catalog", "glue", "Decrypt"),
    ],
  },
  {
    who: "risk/prod-risk-risk-analysts",
    must: [
      on(arn("athena", "workgroup/prod-risk-risk-analysts", "444455556666"), "athena:StartQueryExecution"),
      on("*", "lakeformation:GetDataAccess"),
      on(arn("glue", "table/loans/loan"), "glue:GetTable"),
      key("catalog", "glue", "Decrypt"),
    ],
    mustNot: [
      on(arn("glue", "table/loans/loan"), "glue:UpdateTable"),
      on(arn("athena", "workgroup/primary", "444455556666"), "athena:StartQueryExecution"),
      on(curated.replaceAll("{source}", "loans"), "s3:GetObject"),
      key("loans-curated", "s3", "Decrypt"),
      key("catalog", undefined, "Decrypt"),
    ],
  },
  {
    who: "{producer}/lake-deploy",
    must: [key("{source}-raw", undefined, "DescribeKey"), owned(key("{source}-source", undefined, "PutKeyPolicy"))],
    mustNot: [
      key("{source}-raw", undefined, "PutKeyPolicy", "Decrypt", "TagResource"),
      on(raw, "s3:GetObject"),
      { ...on(arn("s3", "x"), "s3:PutAccountPublicAccessBlock") },
      on(arn("secretsmanager", "secret:payroll-AbCdEf", "{producer}"), "secretsmanager:GetSecretValue"),
    ],
  },
  {
    who: "{producer}/lake-deploy-plan",
    must: [
      key("{source}-raw", undefined, "DescribeKey"),
      owned(key("{source}-source", undefined, "DescribeKey", "GetKeyPolicy")),
    ],
    mustNot: [
      key("{source}-raw", undefined, "Decrypt"),
      key("{source}-source", undefined, "PutKeyPolicy", "ScheduleKeyDeletion", "Decrypt"),
      on(raw, "s3:GetObject"),
    ],
  },
  {
    who: "governance/lake-deploy",
    must: [owned(key("{source}-curated", undefined, "DescribeKey", "PutKeyPolicy"))],
    mustNot: [key("{source}-curated", undefined, "Decrypt", "CreateGrant"), on(curated, "s3:GetObject")],
  },
  {
    who: "events.amazonaws.com",
    must: [
      {
        ...on(arn("sns", "prod-governance-alarms"), "sns:Publish"),
        with: { "aws:SourceAccount": null, "aws:SourceArn": null },
      },
      {
        ...key("governance-alarms", undefined, "GenerateDataKey", "Decrypt"),
        with: { "aws:SourceAccount": null, "aws:SourceArn": null, "kms:ViaService": null },
      },
    ],
    mustNot: [
      key("{source}-raw", undefined, "Decrypt"),
      on(arn("sns", "prod-governance-alarms"), "sns:SetTopicAttributes"),
    ],
  },
  {
    who: "{producer}/prod-{source}-readiness",
    must: [
      on(arn("rds", "cluster:prod-{source}", "{producer}"), "rds-data:ExecuteStatement"),
      key("{source}-source", "secretsmanager", "Decrypt"),
    ],
    mustNot: [key("{source}-source", undefined, "Decrypt"), on(raw, "s3:GetObject")],
  },
  {
    who: "{producer}/prod-{source}-reconciliation",
    must: [
      on(arn("rds", "cluster:prod-{source}", "{producer}"), "rds-data:ExecuteStatement"),
      on(arn("events", "event-bus/prod-{source}-reconciliation"), "events:PutEvents"),
      key("{source}-source", "secretsmanager", "Decrypt"),
    ],
    mustNot: [
      on(arn("rds", "cluster:prod-payroll", "{producer}"), "rds-data:ExecuteStatement"),
      on(arn("events", "event-bus/default"), "events:PutEvents"),
      on(curated, "s3:GetObject"),
    ],
  },
  {
    who: "{producer}/prod-{source}-reconciliation-start",
    must: [on("aws_lambda_function prod-{source}-reconciliation", "lambda:InvokeFunction")],
    mustNot: [on("aws_lambda_function prod-{source}-reconciliation", "lambda:UpdateFunctionCode")],
  },
  {
    who: "{producer}/prod-{producer}-flow-logs",
    must: [
      on(
        arn("logs", "log-group:/vpc/prod-{producer}-lake/flow-logs:log-stream:eni", "{producer}"),
        "logs:CreateLogStream",
        "logs:PutLogEvents",
      ),
    ],
    mustNot: [on(arn("logs", "log-group:/aws/rds/x:log-stream:y", "{producer}"), "logs:PutLogEvents")],
  },
  {
    who: "governance/prod-{source}-reconciliation",
    must: [
      on(arn("athena", "workgroup/prod-{source}-reconciliation"), "athena:StartQueryExecution"),
      on("*", "lakeformation:GetDataAccess", "xray:PutTraceSegments"),
      ...table("{source}", "glue:GetTable"),
    ],
    mustNot: [...table("{source}", "glue:UpdateTable"), on(curated, "s3:GetObject"), on(raw, "s3:GetObject")],
  },
  {
    who: "governance/prod-{source}-reconciliation-start",
    must: [on("aws_sfn_state_machine prod-{source}-reconciliation", "states:StartExecution")],
    mustNot: [on(merges, "states:StartExecution")],
  },
  {
    who: "governance/prod-lake-auditors",
    must: [
      on(arn("athena", "workgroup/prod-lake-auditors"), "athena:StartQueryExecution"),
      on(bucket("trail", "/AWSLogs/x"), "s3:GetObject"),
      key("trail", "s3", "Decrypt"),
    ],
    mustNot: [
      on(bucket("trail", "/AWSLogs/x"), "s3:DeleteObject", "s3:PutObject"),
      on(bucket("loans-curated", "/loan/data/1.parquet"), "s3:GetObject"),
      key("loans-curated", "s3", "Decrypt"),
    ],
  },
  ...["branch-planning", "controllers"].map(
    (team): Rights => ({
      who: `finance/prod-finance-${team}`,
      must: [
        on(arn("athena", `workgroup/prod-finance-${team}`, "555566667777"), "athena:StartQueryExecution"),
        on("*", "lakeformation:GetDataAccess"),
        on(arn("glue", "table/deposits/client"), "glue:GetTable"),
        key("catalog", "glue", "Decrypt"),
        key(`finance-${team}`, "s3", "Decrypt", "GenerateDataKey"),
      ],
      mustNot: [
        on(arn("glue", "table/deposits/client"), "glue:UpdateTable"),
        on(arn("athena", "workgroup/prod-finance-others", "555566667777"), "athena:StartQueryExecution"),
        on(bucket("deposits-curated", "/client/data/1.parquet"), "s3:GetObject"),
        key("deposits-curated", "s3", "Decrypt"),
      ],
    }),
  ),
  ...["governance", "risk", "finance", "lending", "deposits"].flatMap((account): readonly Rights[] => {
    const id = IDS[account] ?? "";
    const states = `arn:aws:s3:::examplebank-prod-state-${id}/prod/prod-${account}-bootstrap/terraform.tfstate`;
    const state = key(`${account}-state`, "s3", "Decrypt", "GenerateDataKey");
    const deploys: Rights = {
      who: `${account}/lake-deploy`,
      must: [owned(key(`${account}-state`, undefined, "DescribeKey"))],
      mustNot: [
        on(states, "s3:GetObject", "s3:DeleteObject"),
        key(`${account}-state`, undefined, "Decrypt", "GenerateDataKey"),
        on("*", "s3:PutAccountPublicAccessBlock", "ec2:DisableEbsEncryptionByDefault"),
        on(`arn:aws:iam::${id}:role/lake-deploy`, "iam:PutRolePolicy", "iam:AttachRolePolicy"),
        on(`arn:aws:iam::${id}:role/administrator`, "iam:PassRole"),
      ],
    };
    return [
      deploys,
      { ...deploys, who: `${account}/lake-deploy-plan` },
      {
        who: `${account}/lake-deploy-state`,
        must: [
          on(states, "s3:GetObject"),
          state,
          { ...on(states, "s3:PutObject"), with: plain },
          on(`${states}.tflock`, "s3:DeleteObject"),
        ],
        mustNot: [
          on(states, "s3:DeleteObject", "s3:DeleteObjectVersion"),
          on(`arn:aws:s3:::examplebank-prod-state-${id}`, "s3:PutBucketPolicy", "s3:DeleteBucket"),
          key(`${account}-state`, undefined, "PutKeyPolicy", "ScheduleKeyDeletion"),
          key("catalog", "glue", "Decrypt"),
        ],
      },
    ];
  }),
];
