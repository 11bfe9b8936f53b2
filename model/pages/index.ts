import type { Landscape } from "../landscape/types";
import { consumerPage, pageName } from "./consumer-page";

/** A page for each team, by file name. */
export function consumerPages({ environments }: Landscape): ReadonlyMap<string, string> {
  return new Map(
    environments.flatMap((environment) =>
      environment.consumers.flatMap((consumer) =>
        consumer.teams.map(
          (team) => [pageName(environment, consumer, team), consumerPage(environment, consumer, team)] as const,
        ),
      ),
    ),
  );
}
