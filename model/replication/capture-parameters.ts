import type { AuroraEngine } from "../contract/engine";
import { LEAST_SECONDS } from "../readiness/mysql/server";

/** One cluster parameter. A static one takes effect at the next reboot of the writer. */
export interface CaptureParameter {
  readonly name: string;
  readonly value: string;
  readonly applyMethod: "immediate" | "pending-reboot";
}

/**
 * Cluster parameters that change capture needs, and no other: Aurora refuses to set some that DMS's guide names, such as
 * `binlog_row_image`. Binlog retention is no parameter but a stored procedure.
 * The audit log is among what Aurora exports to CloudWatch, and stays empty unless it is turned on.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Auditing.html
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.MySQL.html and
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.PostgreSQL.html
 */
export function captureParameters(engine: AuroraEngine): readonly CaptureParameter[] {
  switch (engine) {
    case "aurora-mysql":
      return [
        { name: "binlog_format", value: "ROW", applyMethod: "pending-reboot" },
        // Seconds that AWS asks for at least, above the defaults of 30 and 60.
        { name: "net_read_timeout", value: String(LEAST_SECONDS), applyMethod: "immediate" },
        { name: "net_write_timeout", value: String(LEAST_SECONDS), applyMethod: "immediate" },
        { name: "require_secure_transport", value: "ON", applyMethod: "immediate" },
        { name: "server_audit_events", value: "CONNECT,QUERY_DCL,QUERY_DDL", applyMethod: "immediate" },
        { name: "server_audit_logging", value: "1", applyMethod: "immediate" },
      ];
    case "aurora-postgresql":
      return [
        { name: "rds.force_ssl", value: "1", applyMethod: "immediate" },
        { name: "rds.logical_replication", value: "1", applyMethod: "pending-reboot" },
        // Milliseconds; 0 would wait for ever, so that a dead DMS session kept its slot.
        { name: "wal_sender_timeout", value: "60000", applyMethod: "immediate" },
      ];
  }
}

/**
 * Parameter group family of an engine version: `aurora-mysql8.0`, `aurora-postgresql16`.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_WorkingWithDBClusterParamGroups.html
 */
export function parameterFamily(engine: AuroraEngine, engineVersion: string): string {
  const parts = engineVersion.split(".");
  return engine === "aurora-mysql" ? `${engine}${parts.slice(0, 2).join(".")}` : `${engine}${parts[0] ?? ""}`;
}
