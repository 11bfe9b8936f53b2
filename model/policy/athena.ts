/**
 * What running Athena queries takes, besides Lake Formation's leave to read.
 * https://docs.aws.amazon.com/athena/latest/ug/lf-athena-user-permissions.html
 */
import { bucketArn, glueCatalogArn, glueDatabaseArn, glueTableArn, workgroupArn } from "../arns";
import type { Account, Environment } from "../landscape/types";
import { readCatalogStatement } from "./catalog-key";
import type { Statement } from "./document";

export interface QueryRights {
  readonly environment: Environment;
  /** Account in which the queries run. */
  readonly account: Account;
  readonly workgroup: string;
  readonly resultsBucket: string;
  readonly resultsKeyArn: string;
  /** Databases that may be described, with the account that owns each. */
  readonly databases: readonly { readonly owner: Account; readonly name: string }[];
}

/** Run queries in one workgroup and keep their results. */
function runStatements(rights: QueryRights): readonly Statement[] {
  const results = bucketArn(rights.resultsBucket);
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
      Resource: workgroupArn(rights.environment, rights.account, rights.workgroup),
    },
    {
      Sid: "Results",
      Effect: "Allow",
      Action: ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"],
      Resource: `${results}/*`,
    },
    {
      Sid: "ResultsBucket",
      Effect: "Allow",
      Action: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
      Resource: results,
    },
    {
      Sid: "ResultsKey",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey*"],
      Resource: rights.resultsKeyArn,
    },
  ];
}

/** Statements for a role that reads the lake with Athena. S3 is read by credentials that Lake Formation vends. */
export function queryStatements(rights: QueryRights): readonly Statement[] {
  const { environment, databases } = rights;
  const owners = [...new Map(databases.map(({ owner }) => [owner.id, owner])).values()];
  return [
    ...runStatements(rights),
    readCatalogStatement(environment),
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
        ...owners.map((owner) => glueCatalogArn(environment, owner)),
        ...databases.map(({ owner, name }) => glueDatabaseArn(environment, owner, name)),
        ...databases.map(({ owner, name }) => glueTableArn(environment, owner, name, "*")),
      ],
    },
  ];
}

/**
 * What people need besides, to find workgroup, databases and tables in the console and with JDBC drivers. Nothing of it
 * opens data. https://docs.aws.amazon.com/athena/latest/ug/example-policies-workgroup.html
 */
export function consoleStatements(environment: Environment, account: Account): readonly Statement[] {
  return [
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
      Resource: `arn:aws:athena:${environment.region}:${account.id}:datacatalog/AwsDataCatalog`,
    },
  ];
}
