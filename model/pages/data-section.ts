import { coveredTables } from "../access/coverage";
import { renderRowRule } from "../access/row-rule";
import { databaseOf } from "../access/shares";
import { mergeMinutes } from "../curation/merge-minutes";
import type { Environment, Share, Source, Team } from "../landscape/types";
import { LANDING_SECONDS } from "../replication/batch";
import { markdownTable } from "./table";

/** What a team's shares open: why, which rows, how fresh, and every column. */
export function dataSection(environment: Environment, team: Team): readonly string[] {
  if (team.shares.length === 0) return ["Nothing is shared with the team yet.", ""];
  return team.shares.flatMap((share) => shareLines(environment, share));
}

function shareLines(environment: Environment, share: Share): readonly string[] {
  const ends = share.until === undefined ? "" : ` Until ${share.until}.`;
  const tables = coveredTables(environment, share);
  return [
    `### ${share.domain}, up to ${share.upTo}${share.layer === "raw" ? ", all changes" : ""}`,
    "",
    `${share.purpose}. ${share.owner} answers for it.${ends}`,
    ...(share.rows === undefined ? [] : [`Rows: \`${renderRowRule(share.rows)}\`.`]),
    ...(share.tables === undefined ? ["Tables and columns that join the domain appear here by themselves."] : []),
    "",
    ...tables.flatMap(({ source, table, columns, readable }) => [
      `#### \`${databaseOf(source, share.layer)}.${table.name}\``,
      "",
      `${table.description}. One row per ${table.primaryKey.map((name) => `\`${name}\``).join(", ")}. ${freshness(source, share)}`,
      ...(readable.length === columns.length
        ? []
        : [
            `${columns.length - readable.length} more ${columns.length - readable.length === 1 ? "column is" : "columns are"} not open to the team.`,
          ]),
      "",
      ...markdownTable(
        ["column", "type", "classification", "meaning"],
        readable.map(({ name, raw, curated, classification, description }) => [
          `\`${name}\``,
          share.layer === "raw" ? raw : curated,
          classification,
          description,
        ]),
      ),
      "",
    ]),
  ];
}

/** Minutes that a change needs to be in a file of the raw layer. */
const LANDING_MINUTES = LANDING_SECONDS / 60;

function freshness(source: Source, share: Share): string {
  return share.layer === "raw"
    ? `A change shows about ${LANDING_MINUTES} minutes after its commit.`
    : `A change shows about ${LANDING_MINUTES} to ${LANDING_MINUTES + mergeMinutes(source)} minutes after its commit.`;
}
