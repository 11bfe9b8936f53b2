import { engineFacts } from "../contract/engine";
import { isExisting } from "../landscape/kinds";
import type { Environment, ExistingSource, ProducerAccount, Source } from "../landscape/types";
import { REPLICATION_USER, replicationId } from "../names";
import { readinessPlan } from "./plan";
import type { ReadinessPlan, ReadinessQuestion } from "./types";

/** What a person does and runs to make a source ready, as one text: a checklist, the SQL, and questions to ask after it. */
export function readinessReport(environment: Environment, producer: ProducerAccount, source: Source): string {
  const plan = readinessPlan(source);
  return [
    `Source ${source.name} (${source.engine}, database ${source.database}) of ${environment.name}-${producer.name}`,
    section(
      "Checklist",
      checklist(environment, source)
        .map((item) => `[ ] ${item}`)
        .join("\n"),
    ),
    section("Questions: each row of an answer is something to mend", questions(plan.before)),
    section("Statements: they may run any number of times", statements(plan)),
    section("Questions afterwards", questions(plan.after)),
  ].join("\n\n");
}

const section = (title: string, text: string): string => `-- ${title}\n\n${text}`;

function checklist(environment: Environment, source: Source): readonly string[] {
  if (isExisting(source)) return existingChecklist(environment, source);
  return [
    `The readiness-${source.name} stack does all of this at each deployment: nothing is left to do by hand.`,
    "The tables of the contracts exist: the application's migrations have run.",
  ];
}

function existingChecklist(environment: Environment, source: ExistingSource): readonly string[] {
  const { host, port, secretArn, operatedBy } = source.existing;
  const { family } = engineFacts(source.engine);
  const group = `${replicationId(environment, source)}-dms`;
  return [
    `${host} resolves inside the network of DMS, and its server lets in port ${port} from the security group ${group}.`,
    `The server presents a certificate for ${host}${operatedBy === "aws" ? " by Amazon RDS" : " by the authority in the landscape"}.`,
    `The secret ${secretArn} has host, port, username and password as JSON; username is ${REPLICATION_USER}.`,
    'The password has none of ; . : + / @ " or spaces.',
    ...(family === "mysql" ? MYSQL_CHECKS : POSTGRESQL_CHECKS),
    ...(operatedBy === "aws"
      ? ["Automated backups are on: without them RDS writes no binlog and keeps no log for replication."]
      : []),
    "An alarm watches the size of the log that the server keeps for replication.",
  ];
}

const MYSQL_CHECKS = [
  "SHOW MASTER STATUS (from 8.4 on SHOW BINARY LOG STATUS) has nothing under Binlog_Do_DB and Binlog_Ignore_DB: no question can ask that.",
  "The host is the writer, or a replica that logs what it takes over; a reader of Aurora serves the first load only.",
];

const POSTGRESQL_CHECKS = ["Whoever runs the statements owns the tables, or is a member of the role that does."];

const questions = (asked: ReadinessPlan["before"]): string =>
  asked.map((one) => `-- ${one.question}; if not: ${remedyOf(one)}\n${one.sql};`).join("\n\n");

const remedyOf = ({ remedy, waiver }: ReadinessQuestion): string =>
  waiver === undefined
    ? remedy
    : `accepted until ${waiver.expires} by ${waiver.owner} (${waiver.control}: ${waiver.reason}); then ${remedy}`;

function statements({ family, statements: all }: ReadinessPlan): string {
  const text = all.map(({ purpose, sql }) => `-- ${purpose}\n${withPassword(sql)};`).join("\n\n");
  return family === "postgresql" ? `BEGIN;\n\n${text}\n\nCOMMIT;` : text;
}

/** People have a password where the function has what servers store of it. */
const withPassword = (sql: string): string =>
  sql
    .replace("WITH mysql_native_password AS :verifier", "BY '<password of the secret>'")
    .replace(":verifier", "'<password of the secret>'");
