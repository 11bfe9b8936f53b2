import type { ReadinessControlId } from "../../contract/readiness-controls";
import { needsFullReplicaIdentity } from "../../contract/row-filter";
import type { Source, TableContract } from "../../landscape/types";
import { REPLICATION_USER } from "../../names";
import { HEARTBEAT_SCHEMA } from "../../replication/heartbeat";
import { literal, postgresqlName } from "../literals";
import { type AskOf, inParts, ofSource, ofTables } from "../of-tables";
import type { Operator, ReadinessPlan, ReadinessStatement } from "../types";
import { columnTypes, generatedColumns, keyCollation, largeValues } from "./columns";
import { deferrableKey, replicaIdentity } from "./replica-identity";
import { canRead, canReplicate, rights } from "./rights";
import { conditionQuestions } from "./row-conditions";
import { rowSecurity } from "./row-security";
import { logs, slotRetention } from "./server";
import { sessionStatements, sessions } from "./sessions";
import { shape } from "./shape";
import { inheritance, similarNames, tableKinds, unlogged } from "./table-kinds";

/**
 * PostgreSQL and Aurora PostgreSQL. A user without `rds_superuser` is enough since DMS captures no DDL here.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.PostgreSQL.html
 */
export function postgresqlPlan(source: Source, operator: Operator): ReadinessPlan {
  const { database, tables } = source;
  const schemas = [...new Set(tables.map(({ schema }) => schema))];
  return {
    family: "postgresql",
    before: [
      ...logs(database),
      ...ofSource("readiness-slot-retention", source, slotRetention),
      ...tables.map(shape),
      ...inParts(tables, tableKinds),
      ...ASKED_BEFORE.flatMap(([control, ask]) => ofTables(control, tables, ask)),
      ...conditionQuestions(tables),
    ],
    statements: [
      ...LOGIN,
      {
        purpose: "It may read the write-ahead log",
        sql:
          operator === "aws"
            ? `GRANT rds_replication TO ${REPLICATION_USER}`
            : `ALTER ROLE ${REPLICATION_USER} WITH REPLICATION`,
      },
      ...sessionStatements(database),
      {
        purpose: "It may connect",
        sql: `GRANT CONNECT ON DATABASE ${postgresqlName(database)} TO ${REPLICATION_USER}`,
      },
      { purpose: "There is a place for its heartbeat", sql: `CREATE SCHEMA IF NOT EXISTS ${HEARTBEAT_SCHEMA}` },
      {
        purpose: "It may write the heartbeat",
        sql: `GRANT USAGE, CREATE ON SCHEMA ${HEARTBEAT_SCHEMA} TO ${REPLICATION_USER}`,
      },
      ...schemas.map((schema) => ({
        purpose: `It may look into ${schema}`,
        sql: `GRANT USAGE ON SCHEMA ${postgresqlName(schema)} TO ${REPLICATION_USER}`,
      })),
      ...tables.map(({ schema, name }) => ({
        purpose: `It may read ${schema}.${name}`,
        sql: `GRANT SELECT ON TABLE ${postgresqlName(schema, name)} TO ${REPLICATION_USER}`,
      })),
      ...tables.flatMap(wholeRows),
    ],
    after: [
      rights(tables),
      canReplicate,
      sessions(database),
      ...inParts(tables, canRead),
      ...ASKED_AFTER.flatMap(([control, ask]) => ofTables(control, tables, ask)),
    ],
  };
}

/**
 * The password's verifier is a parameter of a query and never part of a statement, so no log can hold it. `true` keeps it
 * to the transaction that all statements run in.
 * https://www.postgresql.org/docs/16/functions-admin.html#FUNCTIONS-ADMIN-SET
 */
const LOGIN: readonly ReadinessStatement[] = [
  {
    purpose: "The session knows what to verify the password of the secret by",
    sql: "SELECT set_config('lake.verifier', :verifier, true)",
  },
  {
    purpose: "The replication user exists and has that password",
    sql: [
      "DO $user$",
      "BEGIN",
      `  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${literal(REPLICATION_USER)}) THEN`,
      `    CREATE ROLE ${REPLICATION_USER};`,
      "  END IF;",
      `  EXECUTE format('ALTER ROLE ${REPLICATION_USER} WITH LOGIN PASSWORD %L', current_setting('lake.verifier'));`,
      "END",
      "$user$",
    ].join("\n"),
  },
];

/** What no statement here changes. */
const ASKED_BEFORE: readonly (readonly [ReadinessControlId, AskOf])[] = [
  ["readiness-replica-identity", replicaIdentity],
  ["readiness-deferrable-key", deferrableKey],
  ["readiness-logged-table", unlogged],
  ["readiness-inheritance", inheritance],
  ["readiness-similar-names", similarNames],
  ["readiness-key-texts", keyCollation],
  ["readiness-column-types", columnTypes],
  ["readiness-generated-columns", generatedColumns],
];

/** What depends on the user, and on what the statements have changed. */
const ASKED_AFTER: readonly (readonly [ReadinessControlId, AskOf])[] = [
  ["readiness-row-security", rowSecurity],
  ["readiness-large-values", largeValues],
];

/** Whole old rows in the log, where a condition reads them, and where values may lie outside of the row. */
function wholeRows(table: TableContract): readonly ReadinessStatement[] {
  const name = `${table.schema}.${table.name}`;
  const sql = `ALTER TABLE ${postgresqlName(table.schema, table.name)} REPLICA IDENTITY FULL`;
  if (needsFullReplicaIdentity(table)) {
    return [{ purpose: `Deletes in ${name} carry the columns that its conditions need`, sql }];
  }
  if (table.waivers?.some(({ control }) => control === "readiness-large-values") === true) return [];
  const outside = largeValues([table]).sql;
  return [
    {
      purpose: `Updates in ${name} carry values that lie outside of the row, if there may be any`,
      sql: `DO $rows$ BEGIN IF EXISTS (${outside}) THEN ${sql}; END IF; END $rows$`,
    },
  ];
}
