import { bucketArn, glueCatalogArn, glueDatabaseArn, glueTableArn } from "../arns";
import type { Environment, Source } from "../landscape/types";
import { curatedDatabase, zoneBucketName } from "../names";
import type { Statement } from "./document";

/**
 * What changing an Iceberg table's columns takes beyond querying: a new metadata file, and the table's pointer to it. No
 * file with rows can be read. The key is the one of the query's results. Lake Formation vends no credentials for such statements.
 * https://docs.aws.amazon.com/athena/latest/ug/lf-athena-limitations.html
 */
export function tableEvolutionStatements(environment: Environment, source: Source): readonly Statement[] {
  const { governance } = environment;
  const bucket = bucketArn(zoneBucketName(environment, source, "curated"));
  const database = curatedDatabase(source);
  return [
    {
      Sid: "TableMetadata",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:PutObject"],
      Resource: `${bucket}/*/metadata/*`,
    },
    { Sid: "CuratedBucket", Effect: "Allow", Action: ["s3:GetBucketLocation", "s3:ListBucket"], Resource: bucket },
    {
      Sid: "ChangeTables",
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
