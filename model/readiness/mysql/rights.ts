import type { TableContract } from "../../landscape/types";
import { REPLICATION_USER } from "../../names";
import { literal, literals } from "../literals";
import type { ReadinessQuestion } from "../types";
import { exactly, isOneOf, question } from "./words";

/** The account of DMS, from wherever it connects. */
export const ACCOUNT = `'${REPLICATION_USER}'@'%'`;

/** What a replication user has besides tables; MariaDB calls `REPLICATION CLIENT` by the last name. */
const GLOBAL_RIGHTS = ["USAGE", "REPLICATION CLIENT", "REPLICATION SLAVE", "BINLOG MONITOR"];

/** Each lets a session turn its log off, in MySQL's words and in MariaDB's. */
const LOG_RIGHTS = ["SUPER", "SYSTEM_VARIABLES_ADMIN", "SESSION_VARIABLES_ADMIN", "BINLOG ADMIN"];

/** Accounts of servers themselves, and of RDS. */
const SERVERS_OWN = ["mariadb.sys", "mysql.session", "mysql.sys", "rdsadmin", "rdsproxyadmin", "rdsrepladmin"].map(
  (name) => `'${name}'`,
);

const has = `${REPLICATION_USER} has `;

/** Whether the replication user may do what it must and no more, and who may write without the log. */
export function rightsQuestions(tables: readonly TableContract[]): readonly ReadinessQuestion[] {
  const granted = `grantee = ${literal(ACCOUNT)}`;
  const places = tables.map(({ schema, name }) => `${schema}.${name}`);
  const place = "CONCAT(table_schema, '.', table_name)";
  const wanted = places.map((text) => `SELECT ${literal(text)} AS place`).join(" UNION ALL ");
  return [
    question(
      "The replication user may read the log and every table",
      [
        `SELECT CONCAT(${literal(`${REPLICATION_USER} lacks SELECT on `)}, w.place) AS finding FROM (${wanted}) AS w LEFT JOIN (SELECT ${place} AS place FROM information_schema.table_privileges WHERE ${granted} AND privilege_type = 'SELECT') AS a ON ${exactly("a.place")} = ${exactly("w.place")} WHERE a.place IS NULL`,
        ...[["REPLICATION SLAVE"], ["REPLICATION CLIENT", "BINLOG MONITOR"]].map(
          (names) =>
            `SELECT ${literal(`${REPLICATION_USER} lacks ${names[0]}`)} FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE ${granted} AND privilege_type IN (${literals(names)}))`,
        ),
        `SELECT DISTINCT CONCAT(grantee, ' exists beside it, and is taken where its host fits') FROM information_schema.user_privileges WHERE grantee LIKE ${literal(`'${REPLICATION_USER.replaceAll("_", "|_")}'@%`)} ESCAPE '|' AND NOT ${granted}`,
      ],
      "run the statements of `npm run readiness`, and drop other accounts of the name: servers prefer the account whose host is named closest",
    ),
    question(
      "The replication user may do nothing else",
      [
        `SELECT CONCAT(${literal(has)}, privilege_type, ' on ', table_schema, '.', table_name) AS finding FROM information_schema.table_privileges WHERE ${granted} AND (privilege_type <> 'SELECT' OR NOT ${isOneOf(place, places)})`,
        `SELECT CONCAT(${literal(has)}, privilege_type, ' on ', table_schema, '.', table_name, '.', column_name) FROM information_schema.column_privileges WHERE ${granted}`,
        `SELECT CONCAT(${literal(has)}, privilege_type, ' on all of ', table_schema) FROM information_schema.schema_privileges WHERE ${granted}`,
        `SELECT CONCAT(${literal(has)}, privilege_type, ' on everything') FROM information_schema.user_privileges WHERE ${granted} AND privilege_type NOT IN (${literals(GLOBAL_RIGHTS)})`,
      ],
      "revoke it",
    ),
    question(
      "Applications cannot write past the log",
      [
        `SELECT DISTINCT CONCAT(r.grantee, ' has ', r.privilege_type, ', and may set sql_log_bin to 0') AS finding FROM information_schema.user_privileges AS r LEFT JOIN information_schema.user_privileges AS a ON a.grantee = r.grantee AND a.privilege_type = 'CREATE USER' WHERE r.privilege_type IN (${literals(LOG_RIGHTS)}) AND a.grantee IS NULL AND SUBSTRING_INDEX(r.grantee, '@', 1) NOT IN (${literals(SERVERS_OWN)})`,
      ],
      "revoke it, for the log then has none of the account's changes; administrators, who may create users, are trusted with it",
    ),
  ];
}
