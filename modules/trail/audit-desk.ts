import { Construct } from "constructs";
import { alarmTopicArn } from "../../model/arns";
import type { Auditors, Environment } from "../../model/landscape/types";
import {
  AUDIT_DATABASE,
  auditorsKeyAlias,
  auditorsName,
  auditorsResultsBucketName,
  trailBucketName,
} from "../../model/names";
import { consoleStatements, queryStatements } from "../../model/policy/athena";
import { trailReaderStatements } from "../../model/policy/trail";
import { principalTrust } from "../../model/policy/trust";
import { trailQueries } from "../../model/trail/queries";
import { GrantChain } from "../access/grant-chain";
import { QueryResults } from "../analytics/query-results";
import { QueryWorkgroup } from "../analytics/query-workgroup";
import { SavedQueries } from "../analytics/saved-queries";
import { ScanAlarm } from "../analytics/scan-alarm";
import { ServiceRole } from "../role/service-role";
import type { TrailTable } from "./trail-table";

/** How many queries at the limit make a day's alarm. */
const FULL_SCANS_PER_DAY = 10;

export interface AuditDeskProps {
  readonly environment: Environment;
  readonly auditors: Auditors;
  readonly trail: TrailTable;
  /** Key of the trail's bucket. */
  readonly trailKeyArn: string;
}

/**
 * Where auditors work: a role that reads the trail and nothing of the lake, a workgroup, and the questions they ask. The
 * trail's bucket is not registered with Lake Formation, so reading it takes S3 rights besides the grant on the table.
 */
export class AuditDesk extends Construct {
  constructor(scope: Construct, id: string, { environment, auditors, trail, trailKeyArn }: AuditDeskProps) {
    super(scope, id);
    const { governance } = environment;
    const name = auditorsName(environment);
    const results = new QueryResults(this, "results", {
      environment,
      account: governance,
      bucketName: auditorsResultsBucketName(environment),
      key: { alias: auditorsKeyAlias(environment), description: "Query results of the auditors" },
      retentionDays: auditors.resultRetentionDays,
    });
    const role = new ServiceRole(this, "role", {
      name,
      description: "Reads the audit trail of the lake",
      trust: principalTrust(auditors.assumedBy),
      statements: [
        ...queryStatements({
          environment,
          account: governance,
          workgroup: name,
          resultsBucket: results.bucketName,
          resultsKeyArn: results.keyArn,
          databases: [{ owner: governance, name: AUDIT_DATABASE }],
        }),
        ...consoleStatements(environment, governance),
        ...trailReaderStatements(trailBucketName(environment), trailKeyArn),
      ],
    });
    const chain = new GrantChain(this, "grants", [role.policy]);
    chain.grant("database", {
      principal: role.arn,
      permissions: ["DESCRIBE"],
      database: { name: trail.database.name },
    });
    chain.grant("table", {
      principal: role.arn,
      permissions: ["SELECT"],
      tableWithColumns: { databaseName: trail.database.name, name: trail.table.name, wildcard: true },
    });
    const { workgroup } = new QueryWorkgroup(this, "athena", {
      name,
      description: "Queries of the auditors",
      account: governance,
      resultsBucket: results.bucketName,
      keyArn: results.keyArn,
      scanLimitGb: auditors.scanLimitGb,
      tags: { team: "auditors" },
    });
    new ScanAlarm(this, "scan-alarm", {
      workgroup: name,
      dailyGb: auditors.scanLimitGb * FULL_SCANS_PER_DAY,
      topic: alarmTopicArn(environment, governance),
    });
    new SavedQueries(this, "queries", { workgroup: workgroup.name, queries: trailQueries(AUDIT_DATABASE) });
  }
}
