import { bucketArn, glueCatalogArn, glueDatabaseArn, glueTableArn } from "../arns";
import type { Environment, Source } from "../landscape/types";
import { curatedDatabase, zoneBucketName } from "../names";
import type { Statement } from "./document";

/**
 * What merging takes beyond querying: writing the Iceberg files and the table's pointer to them. Lake Formation vends no
 * credentials for Iceberg's writes, so this is the one role with direct access to a curated bucket.
 * https://docs.aws.amazon.com/athena/latest/ug/lf-athena-limitations.html
 */
export function curationStatements(environment: Environment, source: Source, keyArn: string): readonly Statement[] {
  const bucket = bucketArn(zoneBucketName(environment, source, "curated"));
  const { governance } = environment;
  const database = curatedDatabase(source);
  return [
    {
      Sid: "CuratedObjects",
      Effect: "Allow",
      Action: ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
      Resource: `${bucket}/*`,
    },
    { Sid: "CuratedBucket", Effect: "Allow", Action: ["s3:GetBucketLocation", "s3:ListBucket"], Resource: bucket },
    {
      Sid: "CuratedKey",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey*"],
      Resource: keyArn,
    },
    {
      Sid: "CommitTables",
      Effect: "Allow",
      Action: "glue:UpdateTable",
      // AWS checks the catalog and the database besides the table.
      // https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html
      Resource: [
        glueCatalogArn(environment, governance),
        glueDatabaseArn(environment, governance, database),
        glueTableArn(environment, governance, database, "*"),
      ],
    },
  ];
}
