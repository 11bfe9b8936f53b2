import type { AuroraEngine } from "./engine";

/** First minor version with the Data API, by major version. */
const FIRST_POSTGRESQL = new Map([
  [13, 11],
  [14, 8],
  [15, 3],
  [16, 1],
  [17, 4],
  [18, 3],
]);

const FIRST_MYSQL = 307;

/**
 * Whether a cluster of this version has the RDS Data API, by which it is made ready. Versions of another form are left to
 * their own check.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.Data_API.html
 */
export function hasDataApi(engine: AuroraEngine, engineVersion: string): boolean {
  if (engine === "aurora-mysql") {
    const [, major, minor] = engineVersion.match(/mysql_aurora\.(\d+)\.(\d+)/) ?? [];
    return major === undefined || Number(major) * 100 + Number(minor) >= FIRST_MYSQL;
  }
  const [major, minor] = engineVersion.split(".").map(Number);
  if (major === undefined || minor === undefined) return true;
  const first = FIRST_POSTGRESQL.get(major);
  return first === undefined ? major > 18 : minor >= first;
}
