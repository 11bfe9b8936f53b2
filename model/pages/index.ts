import type { Landscape } from "../landscape/types";
import { consumerPage, type TeamPlace } from "./consumer-page";

/** A page for each team, by file name. */
export function consumerPages({ environments }: Landscape): ReadonlyMap<string, string> {
  const teams = new Map<string, TeamPlace[]>();
  for (const environment of environments) {
    for (const consumer of environment.consumers) {
      for (const team of consumer.teams) {
        const file = `${consumer.name}-${team.name}.md`;
        teams.set(file, [...(teams.get(file) ?? []), { environment, consumer, team }]);
      }
    }
  }
  return new Map([...teams].map(([file, places]) => [file, consumerPage(places[0]?.team.name ?? "", places)] as const));
}
