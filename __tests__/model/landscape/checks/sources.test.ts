import { engineVersions } from "../../../../model/landscape/checks/engine-versions";
import { nameLengths } from "../../../../model/landscape/checks/name-lengths";
import { sourceNames } from "../../../../model/landscape/checks/source-names";
import { LIMITS } from "../../../../model/limits";
import { type Case, rowsOf } from "./cases";

describe("source names", () => {
  it.each(
    rowsOf(sourceNames, [
      {
        title: "refuses a name twice in an environment",
        change: ({ core, loans }) => core.sources.push(loans),
        problems: [
          [
            "accounts/prod/core.ts",
            "sources[loans].name",
            '"loans"',
            "write another name: a source in accounts/prod/lending.ts has this one already",
          ],
        ],
      },
      {
        title: "refuses Athena's own database",
        change: ({ loans }) => {
          loans.name = "default";
        },
        problems: [
          [
            "accounts/prod/lending.ts",
            "sources[default].name",
            '"default"',
            "write another name: Athena uses the database `default`",
          ],
        ],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

const LISTED = {
  mysql:
    "write a complete version of aurora-mysql that AWS lists, such as `8.0.mysql_aurora.3.12.0`, `8.4.mysql_aurora.8.4.8`: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/Welcome.html",
  postgresql:
    "write a complete version of aurora-postgresql that AWS lists, such as `13.23`, `14.22`, `15.17`, `16.13`, `17.9`, `18.3`: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/AuroraPostgreSQL.Updates.html",
};

const postgresql = (version: string, accepted: boolean): Case => ({
  title: `${accepted ? "accepts" : "refuses"} PostgreSQL ${version}`,
  change: ({ core }) => {
    for (const source of core.sources) source.engineVersion = version;
  },
  problems: accepted
    ? []
    : [["accounts/prod/core.ts", "sources[deposits].engineVersion", JSON.stringify(version), LISTED.postgresql]],
});

const mysql = (version: string, accepted: boolean): Case => ({
  title: `${accepted ? "accepts" : "refuses"} MySQL ${version}`,
  change: ({ loans }) => {
    loans.engineVersion = version;
  },
  problems: accepted
    ? []
    : [["accounts/prod/lending.ts", "sources[loans].engineVersion", JSON.stringify(version), LISTED.mysql]],
});

describe("engine versions", () => {
  it.each(
    rowsOf(engineVersions, [
      mysql("16.6", false),
      mysql("8.0", false),
      mysql("8.0.mysql_aurora.3.08", false),
      ...["8.0.mysql_aurora.3.10.0", "8.0.mysql_aurora.3.12.0", "8.4.mysql_aurora.8.4.7", "8.4.mysql_aurora.8.4.8"].map(
        (version) => mysql(version, true),
      ),
      // A release that may have come since the list was read.
      mysql("8.4.mysql_aurora.8.4.11", true),
      ...[
        "8.4.mysql_aurora.8.4.6",
        "8.4.mysql_aurora.8.4.07",
        "8.4.mysql_aurora.8.4.99",
        "8.4.mysql_aurora.4.01.0",
        "8.4.mysql_aurora.3.08.2",
        "8.0.mysql_aurora.8.4.7",
        "8.0.mysql_aurora.3.00.0",
        "8.0.mysql_aurora.3.99.0",
        "8.0.mysql_aurora.3.8.2",
        "8.1.mysql_aurora.3.08.2",
        "8.4.7",
      ].map((version) => mysql(version, false)),
      ...["13.23", "16.6", "17.4", "17.9", "18.3", "18.5"].map((version) => postgresql(version, true)),
      ...["17", "17.99", "18.03", "19.1", "9.6", "12.22", "18.3.1"].map((version) => postgresql(version, false)),
      {
        title: "refuses a MySQL version of PostgreSQL",
        change: ({ core }) => {
          for (const source of core.sources) source.engineVersion = "8.0.mysql_aurora.3.08.2";
        },
        problems: [
          ["accounts/prod/core.ts", "sources[deposits].engineVersion", '"8.0.mysql_aurora.3.08.2"', LISTED.postgresql],
        ],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

describe("name lengths", () => {
  const bucket = LIMITS.bucket.source;
  const long = "a".repeat(40);
  it.each(
    rowsOf(nameLengths, [
      {
        title: "refuses a source whose task name is too long",
        change: ({ loans }) => {
          loans.name = long;
        },
        problems: [
          [
            "accounts/prod/lending.ts",
            `sources[${long}].name`,
            `"${long}"`,
            `shorten it by 18 characters: the DMS task, at the end of its ARN, \`prod-${long}-g99\` has 49 of at most 31 (${LIMITS.dmsResource.source})`,
          ],
        ],
      },
      {
        title: "refuses a former name of a team by which the bucket's is too long, and not the team's new one",
        change: ({ team }) => {
          team.name = "a".repeat(34);
          team.formerly = "b".repeat(35);
        },
        problems: [
          [
            "accounts/prod/risk.ts",
            `teams[${"a".repeat(34)}].formerly`,
            `"${"b".repeat(35)}"`,
            `shorten it by 3 characters: the S3 bucket \`bank-prod-${"b".repeat(35)}-results-444455556666\` has 66 of at most 63 (${LIMITS.bucket.source})`,
          ],
        ],
      },
      {
        title: "accepts the longest source name that fits",
        change: ({ loans }) => {
          loans.name = "a".repeat(22);
        },
        problems: [],
      },
      {
        title: "asks for a shorter organization once, not for shorter names of everything",
        change: ({ environment }) => {
          environment.organization = "b".repeat(33);
        },
        problems: [
          [
            "accounts/prod/index.ts",
            "organization",
            `"${"b".repeat(33)}"`,
            `shorten it by 10 characters: the S3 bucket \`${"b".repeat(33)}-prod-risk-analysts-results-444455556666\` has ${33 + 40} of at most 63 (${bucket})`,
          ],
        ],
      },
      {
        title: "refuses a consumer whose team role is too long",
        change: ({ risk }) => {
          risk.name = "c".repeat(46);
        },
        problems: [
          [
            `accounts/prod/${"c".repeat(46)}.ts`,
            "name",
            `"${"c".repeat(46)}"`,
            `shorten it by 1 character: the IAM role \`prod-${"c".repeat(46)}-risk-analysts\` has 65 of at most 64 (${LIMITS.role.source})`,
          ],
        ],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});
