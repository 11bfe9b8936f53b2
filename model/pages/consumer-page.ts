/** The page of a consumer team: everything that its people need to know, and nothing that others see. */
import { roleArn } from "../arns";
import type { ConsumerAccount, Environment, Team } from "../landscape/types";
import { teamName, teamResultsBucketName, teamWorkgroupName } from "../names";
import { connectSection } from "./connect-section";
import { dataSection } from "./data-section";
import { DENIED_SECTION } from "./denied-section";
import { querySection } from "./query-section";
import { blocksIn, sharedBlocks } from "./shared-blocks";
import { markdownTable } from "./table";

/** A team in one environment. */
export interface TeamPlace {
  readonly environment: Environment;
  readonly consumer: ConsumerAccount;
  readonly team: Team;
}

/**
 * The page of a team in Markdown: for all its environments, with what is the same in them written once.
 * @param places at least one
 */
export function consumerPage(name: string, places: readonly TeamPlace[]): string {
  return [
    `# What ${name} can query`,
    "",
    "<!-- Written by `npm run update` from the landscape. Change accounts/, not this page. -->",
    "",
    ...markdownTable(
      ["environment", "account", "Region", "role", "workgroup", "a query may scan", "results, and for how long"],
      places.map(placeCells),
    ),
    "",
    "Athena cancels a query that would scan more, and charges what it has scanned. Results are encrypted. Whoever reads a result reads the",
    "data: do not copy it elsewhere.",
    "",
    ...section("## Data", places, ({ environment, team }) => dataSection(environment, team)),
    ...section("## Saved queries", places, ({ environment, consumer, team }) =>
      querySection(environment, consumer, team),
    ),
    ...section("## Connect", places, ({ environment, consumer, team }) => connectSection(environment, consumer, team)),
    ...DENIED_SECTION,
    "",
  ].join("\n");
}

function placeCells({ environment, consumer, team }: TeamPlace): readonly string[] {
  const name = teamName(environment, consumer, team);
  const role = (team.existingRole ?? roleArn(consumer, name)).split(":role/").at(-1) ?? name;
  return [
    environment.name,
    `${consumer.name} (${consumer.id})`,
    environment.region,
    `\`${role}\``,
    `\`${teamWorkgroupName(environment, consumer, team)}\``,
    `${team.scanLimitGb} GiB`,
    `\`${teamResultsBucketName(environment, consumer, team)}\`, ${team.resultRetentionDays} days`,
  ];
}

/** A section as all places have it. What only some have, or have otherwise, says so in its heading. */
function section(
  heading: string,
  places: readonly TeamPlace[],
  linesOf: (place: TeamPlace) => readonly string[],
): readonly string[] {
  return sharedBlocks(
    places.map((place) => ({ name: place.environment.name, blocks: blocksIn([heading, "", ...linesOf(place)]) })),
  );
}
