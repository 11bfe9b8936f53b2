import { GlueCrawler } from "@cdktf/provider-aws/lib/glue-crawler";
import { Construct } from "constructs";
import { bucketArn, glueCatalogArn, glueDatabaseArn, glueTableArn, logGroupArn } from "../model/arns";
import type { Environment, ProducerAccount, Source } from "../model/landscape/types";
import { crawlerName, discoveredDatabase, zoneBucketName } from "../model/names";
import { readCatalogStatement } from "../model/policy/catalog-key";
import { serviceTrust } from "../model/policy/trust";
import { rawTableUrl } from "../model/replication/layout";
import type { CatalogDatabase } from "./catalog-database";
import { GrantChain } from "./grant-chain";
import { ServiceRole } from "./service-role";

/** Once a day: the crawler shows drift from the contracts; nobody waits for it to query. */
const SCHEDULE = "cron(0 4 * * ? *)";

/**
 * Level of the table folder in a path, the bucket being 1: bucket, account, source, generation, schema, table.
 * https://docs.aws.amazon.com/glue/latest/dg/crawler-configuration.html
 */
const TABLE_LEVEL = 6;

export interface DiscoveryCrawlerProps {
  readonly environment: Environment;
  readonly producer: ProducerAccount;
  readonly source: Source;
  readonly database: CatalogDatabase;
}

/** Catalogs what really lies in the raw zone, in a database of its own, reading by Lake Formation's leave. */
export class DiscoveryCrawler extends Construct {
  constructor(scope: Construct, id: string, { environment, producer, source, database }: DiscoveryCrawlerProps) {
    super(scope, id);
    const { governance } = environment;
    const name = crawlerName(environment, source);
    const logs = logGroupArn(environment, governance, "/aws-glue/crawlers*");
    const role = new ServiceRole(this, "role", {
      name,
      description: `Crawls the raw zone of ${source.name}`,
      trust: serviceTrust("glue.amazonaws.com", governance),
      statements: [
        { Sid: "ReadThroughLakeFormation", Effect: "Allow", Action: "lakeformation:GetDataAccess", Resource: "*" },
        {
          Sid: "Catalog",
          Effect: "Allow",
          Action: [
            "glue:BatchCreatePartition",
            "glue:BatchGetPartition",
            "glue:BatchUpdatePartition",
            "glue:CreateTable",
            "glue:GetDatabase",
            "glue:GetPartitions",
            "glue:GetTable",
            "glue:GetTables",
            "glue:UpdatePartition",
            "glue:UpdateTable",
          ],
          Resource: [
            glueCatalogArn(environment, governance),
            glueDatabaseArn(environment, governance, discoveredDatabase(source)),
            glueTableArn(environment, governance, discoveredDatabase(source), "*"),
          ],
        },
        readCatalogStatement(environment),
        {
          Sid: "Logs",
          Effect: "Allow",
          Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: [logs, `${logs}:*`],
        },
      ],
    });
    const grants = new GrantChain(this, "grants", [role.policy, database.tags]);
    grants.grant("location", {
      principal: role.arn,
      permissions: ["DATA_LOCATION_ACCESS"],
      dataLocation: { arn: bucketArn(zoneBucketName(environment, source, "raw")) },
    });
    const last = grants.grant("database", {
      principal: role.arn,
      permissions: ["ALTER", "CREATE_TABLE", "DESCRIBE"],
      database: { name: database.name },
    });
    new GlueCrawler(this, "crawler", {
      name,
      description: `Tables and columns that DMS really writes for ${source.name}`,
      databaseName: database.name,
      role: role.arn,
      schedule: SCHEDULE,
      lakeFormationConfiguration: { useLakeFormationCredentials: true },
      recrawlPolicy: { recrawlBehavior: "CRAWL_EVERYTHING" },
      schemaChangePolicy: { updateBehavior: "LOG", deleteBehavior: "LOG" },
      // One path per table: tables of like columns under one path would become one table.
      s3Target: source.tables.map((table) => ({ path: rawTableUrl(environment, producer, source, table) })),
      configuration: JSON.stringify({
        Version: 1,
        CrawlerOutput: {
          Partitions: { AddOrUpdateBehavior: "InheritFromTable" },
          Tables: { AddOrUpdateBehavior: "MergeNewColumns" },
        },
        Grouping: { TableGroupingPolicy: "CombineCompatibleSchemas", TableLevelConfiguration: TABLE_LEVEL },
      }),
      dependsOn: [last],
    });
  }
}
