import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";
import { fsbp } from "../check/references";
import { texts } from "../output/json";

/** The log that says who connected, by engine. */
const LOGS: Readonly<Record<string, string>> = { "aurora-mysql": "audit", "aurora-postgresql": "postgresql" };

export const databaseLogged: Control = {
  id: "database-logged",
  sentence: "Every Aurora cluster exports its audit log to CloudWatch.",
  reason: "Logs on the instance are gone with it, and after days.",
  remedy: "add audit (MySQL) or postgresql (PostgreSQL) to enabled_cloudwatch_logs_exports",
  severity: "medium",
  references: fsbp("RDS.34", "RDS.37"),
  check: eachResource(["aws_rds_cluster"], ({ body }) => {
    const log = LOGS[String(body["engine"])];
    if (log === undefined) return undefined;
    const exported = texts(body["enabled_cloudwatch_logs_exports"]);
    return exported.includes(log) ? PASS : fail(`enabled_cloudwatch_logs_exports lacks ${log}`);
  }),
};
