import { eachResource } from "../output-guard";

const MYSQL = new Set(["aurora", "mysql", "mariadb"]);
const POSTGRESQL = new Set(["aurora-postgresql", "postgres"]);

/**
 * The provider takes any settings for any engine. DMS puts all MySQL tables into a database that is named, and reads nothing
 * from PostgreSQL without one.
 * https://docs.aws.amazon.com/dms/latest/APIReference/API_MySQLSettings.html and API_PostgreSQLSettings.html
 */
export const dmsEngineSettings = eachResource("aws_dms_endpoint", ({ body }) => {
  const engine = String(body["engine_name"]);
  if (MYSQL.has(engine)) {
    const wrong = ["database_name", "postgres_settings"].find((attribute) => attribute in body);
    if (wrong === undefined) return undefined;
    return {
      cause: `${wrong} on an endpoint of engine ${engine}`,
      remedy: "remove it: the mappings name the databases",
    };
  }
  if (!POSTGRESQL.has(engine)) return undefined;
  const missing = ["database_name", "postgres_settings"].find((attribute) => !(attribute in body));
  if (missing === undefined) return undefined;
  return { cause: `an endpoint of engine ${engine} without ${missing}`, remedy: `add ${missing}` };
});
