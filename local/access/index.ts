import type { Environment } from "../../model/landscape/types";
import { teamName } from "../../model/names";
import { clientsFor } from "./clients";
import { evaluateRole } from "./evaluate";
import { readConsumer, readGovernance } from "./read";
import type { AccessRow } from "./types";

/** Asks the live accounts which team role may read which tables and columns. The landscape only says whom to ask about. */
export async function askForAccess(environment: Environment, endpoint: string): Promise<readonly AccessRow[]> {
  const { governance, consumers, region } = environment;
  const lake = await readGovernance(governance, await clientsFor(governance, endpoint, region));
  const rows: AccessRow[] = [];
  for (const consumer of consumers) {
    const live = await readConsumer(consumer, await clientsFor(consumer, endpoint, region));
    for (const team of consumer.teams) {
      rows.push(...evaluateRole(lake, live, teamName(environment, consumer, team)));
    }
  }
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ account, role, table }: AccessRow): string => [account, role, table].join("\n");
