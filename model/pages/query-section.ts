import type { ConsumerAccount, Environment, SavedQuery, Team } from "../landscape/types";
import { type Obstacle, obstacles } from "../queries/coverage";
import { rendered } from "../queries/placeholders";

/** The saved queries that a team has, and which it has not, with the reason. */
export function querySection(environment: Environment, consumer: ConsumerAccount, team: Team): readonly string[] {
  const judged = (environment.queries ?? []).map((query) => ({
    query,
    missing: obstacles(environment, consumer, team, query),
  }));
  const present = judged.filter(({ missing }) => missing.length === 0);
  const absent = judged.filter(({ missing }) => missing.length > 0);
  return [
    present.length === 0
      ? "None: no saved query reads only what the team may read."
      : "Under **Saved queries** in the console, with example values, and as prepared statements of the workgroup.",
    "",
    ...present.flatMap(({ query }) => queryLines(query)),
    ...(absent.length === 0 ? [] : ["Not for this team:", ""]),
    ...absent.map(({ query, missing }) => `- \`${query.name}\`: ${missing.map(reason).join("; ")}`),
    ...(absent.length === 0 ? [] : [""]),
  ];
}

const reason = ({ table, reason: why }: Obstacle): string => `\`${table}\`, ${why}`;

function queryLines(query: SavedQuery): readonly string[] {
  const examples = query.parameters.map(({ example }) => example);
  const using = examples.length === 0 ? "" : ` USING ${examples.join(", ")}`;
  return [
    `### ${query.name}`,
    "",
    query.question,
    "",
    ...query.parameters.map(({ meaning, example }, index) => `${index + 1}. ${meaning}, for example ${example}`),
    ...(query.parameters.length === 0 ? [] : [""]),
    "```sql",
    `EXECUTE ${query.name}${using};`,
    "```",
    "",
    "<details><summary>SQL</summary>",
    "",
    "```sql",
    rendered(query),
    "```",
    "",
    "</details>",
    "",
  ];
}
