import { blocks } from "../../terraform-json";
import { eachResource } from "../output-guard";

/** What a cluster of a family must log for a task of type full-load-and-cdc, and what Aurora refuses to set. */
const FAMILIES = [
  { family: /^aurora-mysql/, name: "binlog_format", value: "ROW", refused: "binlog_row_image" },
  { family: /^aurora-postgresql/, name: "rds.logical_replication", value: "1", refused: "wal_level" },
] as const;

/**
 * Without these parameters the load works and the changes never come; with the others the apply fails.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.MySQL.html and CHAP_Source.PostgreSQL.html
 */
export const captureParameters = eachResource("aws_rds_cluster_parameter_group", ({ body }) => {
  const rule = FAMILIES.find(({ family }) => family.test(String(body["family"])));
  if (rule === undefined) return undefined;
  const parameters = new Map(blocks(body["parameter"]).map((parameter) => [parameter["name"], parameter["value"]]));
  if (parameters.get(rule.name) !== rule.value) {
    return {
      cause: `${rule.name} is not ${rule.value}, so DMS loads the tables once and sees no change`,
      remedy: `set ${rule.name} to ${rule.value} (model/replication/capture-parameters.ts)`,
    };
  }
  if (!parameters.has(rule.refused)) return undefined;
  return { cause: `Aurora refuses to set ${rule.refused}`, remedy: "remove it: its value is right by default" };
});
