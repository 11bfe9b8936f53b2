import type { AuroraEngine } from "./engine";

/** Engine versions of one major version. */
interface AuroraRelease {
  /** The form of its versions; the group is the number that counts its releases. */
  readonly form: RegExp;
  /** First and newest of AWS's list, as it was read. */
  readonly first: number;
  readonly newest: number;
  /** A version of the list. */
  readonly example: string;
}

/** AWS's list of an engine's versions. */
interface AuroraReleases {
  readonly list: string;
  readonly releases: readonly AuroraRelease[];
}

const postgresql = (major: number, newest: number): AuroraRelease => ({
  form: new RegExp(String.raw`^${major}\.(0|[1-9]\d?)$`),
  first: 0,
  newest,
  example: `${major}.${newest}`,
});

/**
 * Lists of AWS, as they were in 2026. Aurora MySQL 3 has two digits and a patch level; 8.4 repeats MySQL's own version,
 * from its first release in May 2026 on. Aurora PostgreSQL has the version of PostgreSQL; its oldest minors lack the Data API and
 * are refused for that.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Updates.Versions.html
 */
export const AURORA_RELEASES: Readonly<Record<AuroraEngine, AuroraReleases>> = {
  "aurora-mysql": {
    list: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/Welcome.html",
    releases: [
      { form: /^8\.0\.mysql_aurora\.3\.(\d{2})\.\d$/, first: 1, newest: 12, example: "8.0.mysql_aurora.3.12.0" },
      { form: /^8\.4\.mysql_aurora\.8\.4\.([1-9]\d?)$/, first: 7, newest: 8, example: "8.4.mysql_aurora.8.4.8" },
    ],
  },
  "aurora-postgresql": {
    list: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/AuroraPostgreSQL.Updates.html",
    releases: [
      postgresql(13, 23),
      postgresql(14, 22),
      postgresql(15, 17),
      postgresql(16, 13),
      postgresql(17, 9),
      postgresql(18, 3),
    ],
  },
};

/** Releases that may have come since the list was read: about two years of them, which come each quarter. */
const SINCE = 8;

/** Whether AWS has such a version, or may have it by now. */
export const isAuroraVersion = (engine: AuroraEngine, version: string): boolean =>
  AURORA_RELEASES[engine].releases.some(({ form, first, newest }) => {
    const [, number] = version.match(form) ?? [];
    return number !== undefined && Number(number) >= first && Number(number) <= newest + SINCE;
  });
