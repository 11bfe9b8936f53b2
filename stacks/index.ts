import { type App, TerraformStack } from "cdktf";
import { isExisting } from "../model/landscape/kinds";
import type { Account, ConsumerAccount, Environment, ProducerAccount } from "../model/landscape/types";
import { BootstrapStack } from "./bootstrap-stack";
import { AnalyticsStack } from "./consumer/analytics-stack";
import { liftProtection } from "./destroyable";
import { AccessStack } from "./governance/access-stack";
import { CatalogStack } from "./governance/catalog-stack";
import { CurationStack } from "./governance/curation-stack";
import { LakeStack } from "./governance/lake-stack";
import { GovernanceReconciliationStack } from "./governance/reconciliation-stack";
import { StorageStack } from "./governance/storage-stack";
import { TrailStack } from "./governance/trail-stack";
import { CredentialsStack } from "./producer/credentials-stack";
import { MonitoringStack } from "./producer/monitoring-stack";
import { NetworkStack } from "./producer/network-stack";
import { ReadinessStack } from "./producer/readiness-stack";
import { ProducerReconciliationStack } from "./producer/reconciliation-stack";
import { ReplicationStack } from "./producer/replication-stack";
import { SourceStack } from "./producer/source-stack";

/** Orders stacks of one account; there is no edge between accounts, so that each can be deployed alone. */
function after(stack: TerraformStack, ...earlier: readonly TerraformStack[]): void {
  for (const other of earlier) stack.addDependency(other);
}

function addGovernance(app: App, environment: Environment): void {
  const lake = new LakeStack(app, environment);
  const catalogs: CatalogStack[] = [];
  for (const producer of environment.producers) {
    for (const source of producer.sources) {
      const storage = new StorageStack(app, environment, producer, source);
      const catalog = new CatalogStack(app, environment, producer, source);
      const curation = new CurationStack(app, environment, source);
      after(storage, lake);
      after(catalog, lake, storage);
      after(curation, storage, catalog);
      after(new GovernanceReconciliationStack(app, environment, producer, source), lake, storage, catalog);
      catalogs.push(catalog);
    }
  }
  after(new TrailStack(app, environment), lake);
  for (const consumer of environment.consumers) {
    after(new AccessStack(app, environment, consumer), lake, ...catalogs);
  }
}

function addProducer(app: App, environment: Environment, producer: ProducerAccount): void {
  const network = new NetworkStack(app, environment, producer);
  const monitoring = new MonitoringStack(app, environment, producer);
  const clusters = producer.sources.filter((source) => !isExisting(source));
  const credentials = clusters.length === 0 ? [] : [new CredentialsStack(app, environment, producer)];
  for (const source of producer.sources) {
    const database = new SourceStack(app, environment, producer, source);
    const replication = new ReplicationStack(app, environment, producer, source);
    after(database, network);
    after(replication, network, monitoring, database);
    if (isExisting(source)) continue;
    const readiness = new ReadinessStack(app, environment, producer, source);
    for (const stack of credentials) after(stack, database);
    after(readiness, database, ...credentials);
    after(replication, ...credentials, readiness);
    after(new ProducerReconciliationStack(app, environment, producer, source), database, ...credentials, readiness);
  }
}

function addConsumer(app: App, environment: Environment, consumer: ConsumerAccount): void {
  new AnalyticsStack(app, environment, consumer);
}

/** The account's stacks wait for its bootstrap, the last one to be made: it looks at what the others hold. */
function addBootstrap(app: App, environment: Environment, account: Account): void {
  const others = app.node.children.filter(
    (child): child is TerraformStack =>
      TerraformStack.isStack(child) && child.node.id.startsWith(`${environment.name}-${account.name}-`),
  );
  const bootstrap = new BootstrapStack(app, environment, account, others);
  for (const stack of others) if (stack.dependencies.length === 0) after(stack, bootstrap);
}

/** All stacks of an environment. */
export function addStacks(app: App, environment: Environment): void {
  addGovernance(app, environment);
  for (const producer of environment.producers) addProducer(app, environment, producer);
  for (const consumer of environment.consumers) addConsumer(app, environment, consumer);
  for (const account of [environment.governance, ...environment.producers, ...environment.consumers]) {
    addBootstrap(app, environment, account);
  }
  liftProtection(app, environment);
}
