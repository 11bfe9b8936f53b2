import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { Construct } from "constructs";
import { tagOntology } from "../../model/access/tags";
import type { Environment } from "../../model/landscape/types";
import { accessLogBucketName, catalogKeyAlias } from "../../model/names";
import { accessLogStatements } from "../../model/policy/access-logs";
import { catalogKeyStatements } from "../../model/policy/catalog-key";
import { OPTIMIZER_LOG_GROUPS } from "../../model/policy/table-optimizer";
import { CONSUMERS_READ_CATALOG } from "../../model/standing-waivers";
import { LakeSettings } from "../../modules/access/lake-settings";
import { TagOntology } from "../../modules/access/tag-ontology";
import { CatalogEncryption } from "../../modules/catalog/catalog-encryption";
import { EncryptionKey } from "../../modules/storage/encryption-key";
import { PrivateBucket } from "../../modules/storage/private-bucket";
import { recordWaivers } from "../../modules/terraform/waived";
import { AlarmTopic } from "../../modules/watching/alarm-topic";
import { LandingStack } from "../landing-stack";

const NONCURRENT_LOG_DAYS = 7;

/** What all sources share: Lake Formation settings, LF-tags, catalog encryption, alarms, access logs. */
export class LakeStack extends LandingStack {
  constructor(scope: Construct, environment: Environment) {
    const { governance } = environment;
    super(scope, { environment, account: governance, concern: "lake" });
    const settings = new LakeSettings(this, "lake-formation", { account: governance });
    new TagOntology(this, "tags", { tags: tagOntology(environment), after: settings.settings });
    const key = new EncryptionKey(this, "catalog-key", {
      alias: catalogKeyAlias(environment),
      description: "Glue Data Catalog",
      owner: governance,
      uses: catalogKeyStatements(environment),
    });
    recordWaivers(key.key, environment.consumers.length === 0 ? [] : [CONSUMERS_READ_CATALOG]);
    new CatalogEncryption(this, "catalog-encryption", key.arn);
    // Before the optimizers of any source, for which Glue would make them without a key and for ever.
    for (const name of OPTIMIZER_LOG_GROUPS) {
      new CloudwatchLogGroup(this, `log-${name.split("/")[2]}`, {
        name,
        kmsKeyId: key.arn,
        retentionInDays: governance.logRetentionDays,
      });
    }
    new AlarmTopic(this, "alarms", {
      environment,
      account: governance,
      publishers: ["cloudwatch.amazonaws.com", "events.amazonaws.com"],
    });
    new PrivateBucket(this, "access-logs", {
      name: accessLogBucketName(environment),
      statements: accessLogStatements(environment),
      noncurrentDays: NONCURRENT_LOG_DAYS,
      expirationDays: governance.logRetentionDays,
      stateful: true,
    });
  }
}
