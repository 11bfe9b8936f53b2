import { glueCatalogArn, glueDatabaseArn, glueTableArn, logGroupArn } from "../arns";
import type { Environment, Source } from "../landscape/types";
import { curatedDatabase } from "../names";
import { readCatalogStatement } from "./catalog-key";
import type { Statement } from "./document";

/** Log groups of the account that Glue writes to, one for each kind of optimizer. */
export const OPTIMIZER_LOG_GROUPS = ["compaction", "orphan-file-deletion", "retention"].map(
  (kind) => `/aws-glue/iceberg-${kind}/logs`,
);

/**
 * What Glue's optimizers need for tables whose location is registered with Lake Formation: it vends the access to files,
 * so the role has none of its own.
 * https://docs.aws.amazon.com/glue/latest/dg/optimization-prerequisites.html
 */
export function tableOptimizerStatements(environment: Environment, source: Source): readonly Statement[] {
  const { governance } = environment;
  const database = curatedDatabase(source);
  const groups = OPTIMIZER_LOG_GROUPS.map((group) => logGroupArn(environment, governance, group));
  return [
    { Sid: "LakeFormation", Effect: "Allow", Action: "lakeformation:GetDataAccess", Resource: "*" },
    {
      Sid: "Tables",
      Effect: "Allow",
      Action: ["glue:GetTable", "glue:UpdateTable"],
      Resource: [
        glueCatalogArn(environment, governance),
        glueDatabaseArn(environment, governance, database),
        glueTableArn(environment, governance, database, "*"),
      ],
    },
    readCatalogStatement(environment),
    {
      Sid: "Logs",
      Effect: "Allow",
      Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: groups.flatMap((group) => [group, `${group}:*`]),
    },
  ];
}
