import { DataAwsKmsKey } from "@cdktf/provider-aws/lib/data-aws-kms-key";
import type { Construct } from "constructs";
import type { Environment, Source } from "../../model/landscape/types";
import {
  changesDatabase,
  curatedDatabase,
  curationName,
  curationResultsBucketName,
  loadsDatabase,
  mergeRunsKeyAlias,
  zoneKeyAlias,
} from "../../model/names";
import { queryStatements } from "../../model/policy/athena";
import { curationStatements } from "../../model/policy/curation";
import { mergeRunStatements, mergeRunsKeyStatements } from "../../model/policy/merge-runs";
import { serviceTrust } from "../../model/policy/trust";
import { QueryResults } from "../../modules/analytics/query-results";
import { QueryWorkgroup } from "../../modules/analytics/query-workgroup";
import { CurationGrants } from "../../modules/curation/curation-grants";
import { MergeAlarms } from "../../modules/curation/merge-alarms";
import { MergeSchedule } from "../../modules/curation/merge-schedule";
import { MergeState } from "../../modules/curation/merge-state";
import { MergeStatements } from "../../modules/curation/merge-statements";
import { MergeWorkflow } from "../../modules/curation/merge-workflow";
import { ServiceRole } from "../../modules/role/service-role";
import { EncryptionKey } from "../../modules/storage/encryption-key";
import { LandingStack } from "../landing-stack";

/** Results of merge statements are counters; they are kept as long as somebody may ask about a run. */
const RESULT_DAYS = 7;

/** The pipeline that turns one source's changes into current rows. */
export class CurationStack extends LandingStack {
  constructor(scope: Construct, environment: Environment, source: Source) {
    const { governance } = environment;
    super(scope, { environment, account: governance, concern: "curation", subject: source.name });
    const name = curationName(environment, source);
    const curatedKey = new DataAwsKmsKey(this, "curated-key", { keyId: zoneKeyAlias(environment, source, "curated") });
    const results = new QueryResults(this, "results", {
      environment,
      account: governance,
      bucketName: curationResultsBucketName(environment, source),
      // Athena encrypts what it inserts into a table by the key of the query's results, and the curated bucket takes one key:
      // https://docs.aws.amazon.com/athena/latest/ug/encryption.html
      key: { arn: curatedKey.arn },
      retentionDays: RESULT_DAYS,
    });
    const key = new EncryptionKey(this, "runs-key", {
      alias: mergeRunsKeyAlias(environment, source),
      description: `State, history and logs of the merge of ${source.name}`,
      owner: governance,
      uses: mergeRunsKeyStatements(environment, source),
    });
    const role = new ServiceRole(this, "role", {
      name,
      description: `Merges the changes of ${source.name}`,
      trust: serviceTrust("states.amazonaws.com", governance),
      statements: [
        ...queryStatements({
          environment,
          account: governance,
          workgroup: name,
          resultsBucket: results.bucketName,
          resultsKeyArn: results.keyArn,
          databases: [changesDatabase(source), loadsDatabase(source), curatedDatabase(source)].map((database) => ({
            owner: governance,
            name: database,
          })),
        }),
        ...curationStatements(environment, source, curatedKey.arn),
        ...mergeRunStatements(environment, source, key.arn),
      ],
    });
    new CurationGrants(this, "lake-formation", { environment, source, roleArn: role.arn, after: role.policy });
    const { workgroup } = new QueryWorkgroup(this, "athena", {
      name,
      description: `Merge statements of ${source.name}`,
      account: governance,
      resultsBucket: results.bucketName,
      keyArn: results.keyArn,
    });
    const { items } = new MergeStatements(this, "statements", { source, workgroup: workgroup.name });
    new MergeState(this, "state", { name, keyArn: key.arn });
    const workflow = new MergeWorkflow(this, "workflow", { environment, source, role, keyArn: key.arn, items });
    new MergeSchedule(this, "schedule", { environment, source, workflowArn: workflow.arn });
    new MergeAlarms(this, "alarms", environment, source);
  }
}
