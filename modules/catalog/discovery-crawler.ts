import { DataAwsKmsKey } from "@cdktf/provider-aws/lib/data-aws-kms-key";
import { GlueCrawler } from "@cdktf/provider-aws/lib/glue-crawler";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { bucketArn, queueArn } from "../../model/arns";
import type { Environment, ProducerAccount, Source } from "../../model/landscape/types";
import { crawlDeadLetterQueueName, crawlerName, crawlQueueName, zoneBucketName, zoneKeyAlias } from "../../model/names";
import { crawlerStatements } from "../../model/policy/crawler";
import { serviceTrust } from "../../model/policy/trust";
import { discoveredPrefix, rawPrefix } from "../../model/replication/layout";
import { GrantChain } from "../access/grant-chain";
import { ServiceRole } from "../role/service-role";
import type { CatalogDatabase } from "./catalog-database";
import { CrawlAlarms } from "./crawl-alarms";
import { CrawlerSecurity } from "./crawler-security";

/**
 * Level of the table folder in a path, the bucket being 1: bucket, account, source, generation, schema, table.
 * https://docs.aws.amazon.com/glue/latest/dg/crawler-configuration.html
 */
const TABLE_LEVEL = 6;

/**
 * First loads lie beside the day folders of a table. A crawler that saw both would make several tables of one, so it looks
 * at changes alone: they have the same columns. https://docs.aws.amazon.com/glue/latest/dg/define-crawler.html#crawler-data-stores-exclude
 */
const FIRST_LOADS = "**/*LOAD*.parquet";

/** The hour, UTC, at which the crawler's day begins. */
const FIRST_HOUR = 4;

export interface DiscoveryCrawlerProps {
  readonly environment: Environment;
  readonly producer: ProducerAccount;
  readonly source: Source;
  readonly database: CatalogDatabase;
  /** The last grant of the stack so far. */
  readonly after: ITerraformDependable;
}

/**
 * Catalogs what really lies in the raw zone, in a database of its own, reading by Lake Formation's leave: everything the
 * first time, then the folders whose new files S3 has told of.
 * https://docs.aws.amazon.com/glue/latest/dg/crawler-s3-event-notifications.html
 */
export class DiscoveryCrawler extends Construct {
  constructor(scope: Construct, id: string, { environment, producer, source, database, after }: DiscoveryCrawlerProps) {
    super(scope, id);
    const { governance } = environment;
    const name = crawlerName(environment, source);
    const bucket = zoneBucketName(environment, source, "raw");
    const rawKey = new DataAwsKmsKey(this, "raw-key", { keyId: zoneKeyAlias(environment, source, "raw") });
    const security = new CrawlerSecurity(this, "security", { environment, source });
    const role = new ServiceRole(this, "role", {
      name,
      description: `Crawls the raw zone of ${source.name}`,
      trust: serviceTrust("glue.amazonaws.com", governance),
      statements: crawlerStatements(environment, source, rawKey.arn),
    });
    const grants = new GrantChain(this, "grants", [role.policy, database.tags, after]);
    grants.grant("location", {
      principal: role.arn,
      permissions: ["DATA_LOCATION_ACCESS"],
      dataLocation: { arn: bucketArn(bucket) },
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
      schedule: schedule(source),
      securityConfiguration: security.name,
      tablePrefix: discoveredPrefix(source),
      lakeFormationConfiguration: { useLakeFormationCredentials: true },
      recrawlPolicy: { recrawlBehavior: "CRAWL_EVENT_MODE" },
      // Changed columns are recorded, as versions of the table; whatever vanishes from the lake stays in the catalog.
      schemaChangePolicy: { updateBehavior: "UPDATE_IN_DATABASE", deleteBehavior: "LOG" },
      s3Target: [
        {
          // One target: the crawler takes no more in event mode. The table level below keeps tables of like columns apart.
          path: `s3://${bucket}/${rawPrefix(producer, source)}/`,
          exclusions: [FIRST_LOADS],
          eventQueueArn: queueArn(environment, governance, crawlQueueName(environment, source)),
          dlqEventQueueArn: queueArn(environment, governance, crawlDeadLetterQueueName(environment, source)),
        },
      ],
      configuration: JSON.stringify({
        Version: 1,
        CrawlerOutput: { Partitions: { AddOrUpdateBehavior: "InheritFromTable" } },
        Grouping: { TableGroupingPolicy: "CombineCompatibleSchemas", TableLevelConfiguration: TABLE_LEVEL },
      }),
      // Glue tries the queue with the role before it accepts the crawler (aws/aws-cdk#33907).
      dependsOn: [role.policy, security.logs, last],
    });
    new CrawlAlarms(this, "alarms", { environment, source });
  }
}

/** Every so many hours from 04:00 UTC on. https://docs.aws.amazon.com/glue/latest/dg/monitor-data-warehouse-schedule.html */
function schedule({ crawlEveryHours = 24 }: Source): string {
  return crawlEveryHours === 24
    ? `cron(0 ${FIRST_HOUR} * * ? *)`
    : `cron(0 ${FIRST_HOUR % crawlEveryHours}/${crawlEveryHours} * * ? *)`;
}
