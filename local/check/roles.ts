import type { Environment } from "../../model/landscape/types";
import { accountsOf } from "../../operations/stacks";
import { escapes } from "./escapes";
import { type Outcome, outcomeOf } from "./tally";

/** The deploy role of each account can neither extend its rights nor reach the states. */
export async function checkRoles(environment: Environment, endpoint: string): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const account of accountsOf(environment)) {
    const found = await escapes(environment, account, endpoint);
    outcomes.push(outcomeOf(`the deploy role of ${account.name} can neither raise its rights nor reach states`, found));
  }
  return outcomes;
}
