import type { Source, TableContract } from "../landscape/types";
import { REPLICATION_USER } from "../names";
import { literal, literals, mysqlName } from "./literals";
import type { Operator, ReadinessPlan, ReadinessQuestion, ReadinessStatement } from "./types";

const USER = `'${REPLICATION_USER}'@'%'`;

/** Time to mend a task that has stopped before its changes are gone from the server. */
const BINLOG_HOURS = 72;

/** What a replication user has besides tables; MariaDB calls `REPLICATION CLIENT` by the last name. */
const GLOBAL_RIGHTS = ["USAGE", "REPLICATION CLIENT", "REPLICATION SLAVE", "BINLOG MONITOR"];

/**
 * MySQL and Aurora MySQL. The user is given by the hash of its password, so that no log of the server can hold the
 * password; this is the one plugin whose hash can be computed outside and which every version of DMS knows.
 * https://dev.mysql.com/doc/refman/8.0/en/native-pluggable-authentication.html
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.MySQL.html
 */
export function mysqlPlan({ tables }: Source, operator: Operator): ReadinessPlan {
  return {
    family: "mysql",
    before: [LOGS, ...tables.map(question)],
    statements: [
      {
        purpose: "The replication user exists",
        sql: `CREATE USER IF NOT EXISTS ${USER} IDENTIFIED WITH mysql_native_password AS :verifier REQUIRE SSL`,
      },
      {
        purpose: "It has the password of its secret",
        sql: `ALTER USER ${USER} IDENTIFIED WITH mysql_native_password AS :verifier REQUIRE SSL`,
      },
      { purpose: "It may read the binlog", sql: `GRANT REPLICATION CLIENT, REPLICATION SLAVE ON *.* TO ${USER}` },
      ...tables.map(({ schema, name }) => ({
        purpose: `It may read ${schema}.${name}`,
        sql: `GRANT SELECT ON ${mysqlName(schema, name)} TO ${USER}`,
      })),
      retention(operator),
    ],
    after: [rights(tables)],
  };
}

/**
 * Not a parameter on RDS and Aurora but a procedure.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/mysql-stored-proc-configuring.html
 */
function retention(operator: Operator): ReadinessStatement {
  return {
    purpose: `The server keeps its binlog for ${BINLOG_HOURS} hours`,
    sql:
      operator === "aws"
        ? `CALL mysql.rds_set_configuration('binlog retention hours', ${BINLOG_HOURS})`
        : `SET PERSIST binlog_expire_logs_seconds = ${BINLOG_HOURS * 3600}`,
  };
}

const LOGS: ReadinessQuestion = {
  question: "The server logs whole rows",
  sql: [
    "SELECT CONCAT('binlog_format is ', @@global.binlog_format, ', not ROW') AS finding FROM DUAL WHERE @@global.binlog_format <> 'ROW'",
    "SELECT CONCAT('binlog_row_image is ', @@global.binlog_row_image, ', not FULL') FROM DUAL WHERE @@global.binlog_row_image <> 'FULL'",
    "SELECT 'log_bin is off' FROM DUAL WHERE @@global.log_bin = 0",
  ].join(" UNION ALL "),
  remedy: "set the parameters, and reboot the writer: they are static",
};

/** Whether a table is there, with the columns and the key of its contract. */
function question({ schema, name, columns, primaryKey }: TableContract): ReadinessQuestion {
  const table = `${schema}.${name}`;
  const here = `table_schema = ${literal(schema)} AND table_name = ${literal(name)}`;
  const exists = `EXISTS (SELECT 1 FROM information_schema.tables WHERE ${here} AND table_type = 'BASE TABLE')`;
  const names = Object.keys(columns);
  const key = primaryKey.toSorted().join(",");
  const wanted = names.map((column) => `SELECT ${literal(column)} AS name`).join(" UNION ALL ");
  return {
    question: `${table} is as its contract says`,
    sql: [
      `SELECT ${literal(`${table} is missing`)} AS finding FROM DUAL WHERE NOT ${exists}`,
      `SELECT CONCAT(${literal(`${table}.`)}, wanted.name, ' is missing') FROM (${wanted}) AS wanted WHERE ${exists} AND wanted.name NOT IN (SELECT LOWER(column_name) FROM information_schema.columns WHERE ${here})`,
      `SELECT CONCAT(${literal(`${table}.`)}, column_name, ' is in no contract') FROM information_schema.columns WHERE ${here} AND LOWER(column_name) NOT IN (${literals(names)})`,
      `SELECT CONCAT(${literal(`${table} has the key (`)}, COALESCE(k.names, ''), ${literal(`), not (${key})`)}) FROM (SELECT GROUP_CONCAT(LOWER(column_name) ORDER BY LOWER(column_name) SEPARATOR ',') AS names FROM information_schema.key_column_usage WHERE ${here} AND constraint_name = 'PRIMARY') AS k WHERE ${exists} AND COALESCE(k.names, '') <> ${literal(key)}`,
    ].join(" UNION ALL "),
    remedy: "change the table or its contract; classify every column, for DMS copies each one that is not forbidden",
  };
}

/** Whether the user may do more than the contracts need, for example read a table that has left them. */
function rights(tables: readonly TableContract[]): ReadinessQuestion {
  const user = `grantee = ${literal(USER)}`;
  const contracted = literals(tables.map(({ schema, name }) => `${schema}.${name}`));
  return {
    question: "The replication user may do nothing else",
    sql: [
      `SELECT CONCAT(${literal(`${REPLICATION_USER} has `)}, privilege_type, ' on ', table_schema, '.', table_name) AS finding FROM information_schema.table_privileges WHERE ${user} AND (privilege_type <> 'SELECT' OR CONCAT(table_schema, '.', table_name) NOT IN (${contracted}))`,
      `SELECT CONCAT(${literal(`${REPLICATION_USER} has `)}, privilege_type, ' on all of ', table_schema) FROM information_schema.schema_privileges WHERE ${user}`,
      `SELECT CONCAT(${literal(`${REPLICATION_USER} has `)}, privilege_type, ' on everything') FROM information_schema.user_privileges WHERE ${user} AND privilege_type NOT IN (${literals(GLOBAL_RIGHTS)})`,
    ].join(" UNION ALL "),
    remedy: "revoke it",
  };
}
