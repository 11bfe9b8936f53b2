import { Construct } from "constructs";
import type { Environment, ProducerAccount, Source } from "../../model/landscape/types";
import { changesDatabase, curatedDatabase, discoveredDatabase, loadsDatabase, zoneBucketName } from "../../model/names";
import { CatalogDatabase } from "../../modules/catalog/catalog-database";
import { ChangeTable } from "../../modules/catalog/change-table";
import { CurrentTable } from "../../modules/catalog/current-table";
import { DiscoveryCrawler } from "../../modules/catalog/discovery-crawler";
import { LoadTable } from "../../modules/catalog/load-table";
import { OptimizerRole } from "../../modules/catalog/optimizer-role";
import { TableFunction } from "../../modules/catalog/table-function";
import { LandingStack } from "../landing-stack";

/** One source's databases and tables, as the contracts declare them and as the crawler finds them. */
export class CatalogStack extends LandingStack {
  constructor(scope: Construct, environment: Environment, producer: ProducerAccount, source: Source) {
    super(scope, { environment, account: environment.governance, concern: "catalog", subject: source.name });
    const { domain } = source;
    const raw = `s3://${zoneBucketName(environment, source, "raw")}/`;
    const curated = new CatalogDatabase(this, "curated", {
      name: curatedDatabase(source),
      description: `Current rows of ${source.name}`,
      locationUrl: `s3://${zoneBucketName(environment, source, "curated")}/`,
      domain,
      layer: "curated",
      stateful: true,
    });
    const changes = new CatalogDatabase(this, "changes", {
      name: changesDatabase(source),
      description: `Changes of ${source.name} in the order of their commits`,
      locationUrl: raw,
      domain,
      layer: "raw",
      stateful: false,
    });
    const loads = new CatalogDatabase(this, "loads", {
      name: loadsDatabase(source),
      description: `Full load of ${source.name}, for the merge`,
      locationUrl: raw,
      domain,
      layer: "raw",
      stateful: false,
    });
    const discovered = new CatalogDatabase(this, "discovered", {
      name: discoveredDatabase(source),
      description: `What the crawler finds of ${source.name}`,
      locationUrl: raw,
      domain,
      layer: "raw",
      stateful: false,
    });
    const evolution = new TableFunction(this, "evolution", { environment, source, database: curated });
    const optimizer = new OptimizerRole(this, "optimizer", {
      environment,
      source,
      database: curated,
      after: evolution.granted,
    });
    const tables = new Construct(this, "tables");
    for (const table of source.tables) {
      const place = new Construct(tables, table.name);
      new CurrentTable(place, "current", { environment, source, table, database: curated, evolution, optimizer });
      new ChangeTable(place, "changes", { environment, producer, source, table, database: changes.name });
      new LoadTable(place, "load", { environment, producer, source, table, database: loads.name });
    }
    const { granted: after } = optimizer;
    new DiscoveryCrawler(this, "crawler", { environment, producer, source, database: discovered, after });
  }
}
