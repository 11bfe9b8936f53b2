import { CATALOG_KEY, QUERY_KEY_USE } from "./expected-policies";
import type { Block } from "./json";

/** A database that a role may describe: owner's account id and name. */
type Database = readonly [owner: string, name: string];

const glue = (owner: string): string => `arn:aws:glue:eu-central-1:${owner}`;

/** What a role that queries with Athena may do, written out a second time. */
export function queryStatements(
  account: string,
  workgroup: string,
  results: string,
  keyArn: string,
  databases: readonly Database[],
): readonly Block[] {
  return [
    {
      Sid: "Query",
      Effect: "Allow",
      Action: [
        "athena:BatchGetNamedQuery",
        "athena:BatchGetQueryExecution",
        "athena:GetNamedQuery",
        "athena:GetPreparedStatement",
        "athena:GetQueryExecution",
        "athena:GetQueryResults",
        "athena:GetWorkGroup",
        "athena:ListNamedQueries",
        "athena:ListPreparedStatements",
        "athena:ListQueryExecutions",
        "athena:StartQueryExecution",
        "athena:StopQueryExecution",
      ],
      Resource: `arn:aws:athena:eu-central-1:${account}:workgroup/${workgroup}`,
    },
    {
      Sid: "Results",
      Effect: "Allow",
      Action: ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"],
      Resource: `arn:aws:s3:::${results}/*`,
    },
    {
      Sid: "ResultsBucket",
      Effect: "Allow",
      Action: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
      Resource: `arn:aws:s3:::${results}`,
    },
    { Sid: "ResultsKey", Effect: "Allow", Action: QUERY_KEY_USE, Resource: keyArn },
    CATALOG_KEY,
    { Sid: "LakeFormation", Effect: "Allow", Action: "lakeformation:GetDataAccess", Resource: "*" },
    {
      Sid: "Catalog",
      Effect: "Allow",
      Action: [
        "glue:BatchGetPartition",
        "glue:GetDatabase",
        "glue:GetDatabases",
        "glue:GetPartition",
        "glue:GetPartitions",
        "glue:GetTable",
        "glue:GetTables",
        "glue:SearchTables",
      ],
      Resource: [
        ...[...new Set(databases.map(([owner]) => owner))].map((owner) => `${glue(owner)}:catalog`),
        ...databases.map(([owner, name]) => `${glue(owner)}:database/${name}`),
        ...databases.map(([owner, name]) => `${glue(owner)}:table/${name}/*`),
      ],
    },
  ];
}

/** A workgroup that its users cannot override. */
export const workgroup = (name: string, account: string, results: string, keyArn: string, gigabytes?: number) => ({
  name,
  force_destroy: false,
  configuration: {
    enforce_workgroup_configuration: true,
    publish_cloudwatch_metrics_enabled: true,
    requester_pays_enabled: false,
    ...(gigabytes === undefined ? {} : { bytes_scanned_cutoff_per_query: gigabytes * 1_073_741_824 }),
    engine_version: { selected_engine_version: "Athena engine version 3" },
    result_configuration: {
      output_location: `s3://${results}/`,
      expected_bucket_owner: account,
      encryption_configuration: { encryption_option: "SSE_KMS", kms_key_arn: keyArn },
    },
  },
});

/** What people may do besides, to find their way in the console. */
export const consoleStatements = (account: string): readonly Block[] => [
  {
    Sid: "Console",
    Effect: "Allow",
    Action: ["athena:ListDataCatalogs", "athena:ListEngineVersions", "athena:ListWorkGroups"],
    Resource: "*",
  },
  {
    Sid: "ConsoleCatalog",
    Effect: "Allow",
    Action: [
      "athena:GetDataCatalog",
      "athena:GetDatabase",
      "athena:GetTableMetadata",
      "athena:ListDatabases",
      "athena:ListTableMetadata",
    ],
    Resource: `arn:aws:athena:eu-central-1:${account}:datacatalog/AwsDataCatalog`,
  },
];
