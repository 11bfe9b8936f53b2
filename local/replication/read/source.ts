import type { Endpoint } from "@aws-sdk/client-database-migration-service";
import type { BankEngine } from "../../source-systems/types";
import { type Problem, shown } from "../problem";
import type { TaskSource } from "../types";
import { checkAttributes } from "./extra-attributes";
import { checkSettings } from "./setting-rule";
import { MYSQL_SETTINGS, POSTGRESQL_SETTINGS } from "./source-settings";
import type { TaskSettings } from "./task-settings";

const ENGINES: Readonly<Record<string, BankEngine>> = {
  aurora: "mysql",
  "aurora-postgresql": "postgresql",
  mysql: "mysql",
  postgres: "postgresql",
};

/** How a database is reached, and how often it is asked. */
const HARMLESS_ATTRIBUTES = ["eventsPollInterval", "executeTimeout", "secretsManagerEndpointOverride"];

function problemsOf(at: string, endpoint: Endpoint, engine: BankEngine): readonly Problem[] {
  const attributes = endpoint.ExtraConnectionAttributes;
  if (engine === "postgresql") {
    const fields = Object.keys(POSTGRESQL_SETTINGS);
    return [
      ...checkSettings(at, endpoint.PostgreSQLSettings ?? {}, POSTGRESQL_SETTINGS),
      ...checkAttributes(at, attributes, [...HARMLESS_ATTRIBUTES, ...fields]),
    ];
  }
  return [
    ...checkSettings(at, { DatabaseName: endpoint.DatabaseName, ...endpoint.MySQLSettings }, MYSQL_SETTINGS),
    ...checkAttributes(at, attributes, [...HARMLESS_ATTRIBUTES, ...Object.keys(MYSQL_SETTINGS)]),
  ];
}

/**
 * Whether a large object that is longer than the limit stops the task. Otherwise DMS cuts it and only logs a warning.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.LOBSupport.html
 */
const failsOnLongObjects = (endpoint: Endpoint, { stopsOnTruncation }: TaskSettings): boolean =>
  stopsOnTruncation || endpoint.PostgreSQLSettings?.FailTasksOnLobTruncation === true;

/** Reads the source endpoint of a task. */
export function readSource(
  where: string,
  endpoint: Endpoint,
  settings: TaskSettings,
): { readonly source: TaskSource | undefined; readonly problems: readonly Problem[] } {
  const engine = ENGINES[endpoint.EngineName ?? ""];
  const at = `${where}, endpoint ${endpoint.EndpointIdentifier ?? "without a name"}`;
  if (engine === undefined) {
    const found = `the source is ${shown(endpoint.EngineName)}`;
    return { source: undefined, problems: [{ where: at, found, instead: "only MySQL and PostgreSQL are imitated" }] };
  }
  const database = endpoint.DatabaseName ?? endpoint.PostgreSQLSettings?.DatabaseName;
  const cuts = settings.lobBytes !== undefined && !failsOnLongObjects(endpoint, settings);
  const nameless = engine === "postgresql" && (database ?? "") === "";
  return {
    source: {
      engine,
      database: engine === "postgresql" ? database : undefined,
      // Without its triggers DMS learns nothing of a new column of PostgreSQL until it reads the table anew.
      seesAddedColumns:
        settings.handlesAlteredTables && (engine === "mysql" || endpoint.PostgreSQLSettings?.CaptureDdls !== false),
      lobBytes: settings.lobBytes,
    },
    problems: [
      ...problemsOf(at, endpoint, engine),
      ...(cuts
        ? [
            {
              where: at,
              found: "large objects are cut at a limit and nothing fails",
              instead: "write FailTasksOnLobTruncation, or DataTruncationErrorPolicy STOP_TASK or SUSPEND_TABLE",
            },
          ]
        : []),
      ...(nameless ? [{ where: at, found: "it names no database", instead: "PostgreSQL needs one" }] : []),
    ],
  };
}
