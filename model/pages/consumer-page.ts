/** The page of a consumer team: everything that its people need to know, and nothing that others see. */
import type { ConsumerAccount, Environment, Team } from "../landscape/types";
import { teamName, teamResultsBucketName } from "../names";
import { connectSection } from "./connect-section";
import { dataSection } from "./data-section";
import { DENIED_SECTION } from "./denied-section";
import { querySection } from "./query-section";

/** Name of the page, without folder. */
export const pageName = (environment: Environment, consumer: ConsumerAccount, team: Team): string =>
  `${teamName(environment, consumer, team)}.md`;

/** The page in Markdown. */
export function consumerPage(environment: Environment, consumer: ConsumerAccount, team: Team): string {
  return [
    `# What ${team.name} can query`,
    "",
    "<!-- Written by `npm run pages` from the landscape. Change accounts/, not this page. -->",
    "",
    `Environment \`${environment.name}\`, account \`${consumer.name}\` (${consumer.id}), Region \`${environment.region}\`.`,
    `Role and Athena workgroup: \`${roleOf(environment, consumer, team)}\`, \`${teamName(environment, consumer, team)}\`.`,
    "",
    `- One query may scan ${team.scanLimitGb} GiB; Athena cancels it beyond, and charges what it has scanned.`,
    `- Results lie encrypted in \`${teamResultsBucketName(environment, consumer, team)}\` for ${team.resultRetentionDays} days. Whoever reads a result reads the data: do not copy it elsewhere.`,
    "",
    ...dataSection(environment, team),
    ...querySection(environment, consumer, team),
    ...connectSection(environment, consumer, team),
    ...DENIED_SECTION,
    "",
  ].join("\n");
}

const roleOf = (environment: Environment, consumer: ConsumerAccount, team: Team): string =>
  team.existingRole?.split("/").at(-1) ?? teamName(environment, consumer, team);
