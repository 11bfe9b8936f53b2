import type { Source } from "../../landscape/types";
import { mysqlName } from "../literals";
import type { Operator, ReadinessPlan, ReadinessQuestion, ReadinessStatement } from "../types";
import { changeQuestions } from "./changes";
import { columnQuestions } from "./columns";
import { ACCOUNT, rightsQuestions } from "./rights";
import { conditionQuestions } from "./row-conditions";
import { serverQuestions } from "./server";
import { tableQuestions } from "./tables";
import { question, VARIABLES } from "./words";

/** Time to mend a task that has stopped before its changes are gone from the server. */
const BINLOG_HOURS = 72;

/** Passwords of DMS change by the secret, and an expired one would end the replication. */
const LOGIN = "IDENTIFIED WITH mysql_native_password AS :verifier REQUIRE SSL PASSWORD EXPIRE NEVER ACCOUNT UNLOCK";

/**
 * MySQL and Aurora MySQL. The user is given by the hash of its password, so that no log of the server can hold the
 * password; this is the one plugin whose hash can be computed outside and which every version of DMS knows.
 * https://dev.mysql.com/doc/refman/8.0/en/native-pluggable-authentication.html
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.MySQL.html
 */
export function mysqlPlan({ tables }: Source, operator: Operator): ReadinessPlan {
  return {
    family: "mysql",
    before: [
      ...serverQuestions(tables),
      ...tableQuestions(tables),
      ...changeQuestions(tables),
      ...conditionQuestions(tables),
      ...tables.flatMap(columnQuestions),
    ],
    statements: [
      { purpose: "The replication user exists", sql: `CREATE USER IF NOT EXISTS ${ACCOUNT} ${LOGIN}` },
      { purpose: "It has the password of its secret", sql: `ALTER USER ${ACCOUNT} ${LOGIN}` },
      { purpose: "It may read the binlog", sql: `GRANT REPLICATION CLIENT, REPLICATION SLAVE ON *.* TO ${ACCOUNT}` },
      ...tables.map(({ schema, name }) => ({
        purpose: `It may read ${schema}.${name}`,
        sql: `GRANT SELECT ON ${mysqlName(schema, name)} TO ${ACCOUNT}`,
      })),
      retention(operator),
    ],
    after: [...rightsQuestions(tables), kept(operator)],
  };
}

const BINLOG_SECONDS = BINLOG_HOURS * 3600;
const RETENTION = "'binlog retention hours'";
const EXPIRY = "binlog_expire_logs_seconds";

/**
 * Not a parameter on RDS and Aurora but a procedure. Whoever keeps the log longer has a reason; zero is for ever.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/mysql-stored-proc-configuring.html
 */
function retention(operator: Operator): ReadinessStatement {
  return {
    purpose: `The server keeps its binlog for ${BINLOG_HOURS} hours or longer`,
    sql:
      operator === "aws"
        ? `CALL mysql.rds_set_configuration(${RETENTION}, (SELECT GREATEST(${BINLOG_HOURS}, COALESCE(MAX(CAST(value AS SIGNED)), 0)) FROM mysql.rds_configuration WHERE name = ${RETENTION}))`
        : `SET /*!80000 PERSIST *//*M! GLOBAL */ ${EXPIRY} = IF(@@global.${EXPIRY} = 0, 0, GREATEST(@@global.${EXPIRY}, ${BINLOG_SECONDS}))`,
  };
}

const shorter = (name: string, least: number): string =>
  `SELECT CONCAT('${name} is ', v.variable_value, ', less than ${least}') AS finding FROM ${VARIABLES} AS v WHERE LOWER(v.variable_name) = '${name}' AND CAST(v.variable_value AS DECIMAL(20,6)) > 0 AND CAST(v.variable_value AS DECIMAL(20,6)) < ${least}`;

/** Whether the log is kept, also where somebody has changed it since. */
function kept(operator: Operator): ReadinessQuestion {
  const days = BINLOG_HOURS / 24;
  return question(
    `The server keeps its binlog for ${BINLOG_HOURS} hours`,
    operator === "aws"
      ? [
          `SELECT CONCAT(name, ' is ', COALESCE(value, 'not set'), ', less than ${BINLOG_HOURS}') AS finding FROM mysql.rds_configuration WHERE name = ${RETENTION} AND COALESCE(CAST(value AS SIGNED), 0) < ${BINLOG_HOURS}`,
        ]
      : [shorter(EXPIRY, BINLOG_SECONDS), shorter("expire_logs_days", days)],
    "keep it longer, in the configuration too: a task that has stopped for longer than that has lost changes, and begins with a new load",
  );
}
