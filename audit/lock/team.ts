import type { Lost } from "./compare";

/** Constructs of a team have paths `<first name>/workspace/...`, in the stack `analytics` of its account. */
const IN_TEAM = /^\w+\.([a-z0-9-]+)_workspace_/;

/** Name by which a team's address is known: the one that the team was first deployed under. */
export const teamOf = ({ stack, address }: Pick<Lost, "stack" | "address">): string | undefined =>
  stack.endsWith("-analytics") ? IN_TEAM.exec(address)?.[1] : undefined;
