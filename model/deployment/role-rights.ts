import type { Account, Environment } from "../landscape/types";
import type { Statement } from "../policy/document";
import { RIGHTS } from "./rights";
import type { Right } from "./rights/right";
import { type ScopeName, scopeOf } from "./scopes";
import type { Usage } from "./usage";

/** A statement and which resource types of which stacks it is there for. */
export interface ExplainedStatement {
  readonly statement: Statement;
  readonly because: Readonly<Record<string, readonly string[]>>;
}

/** What the stacks of an account hold, and what of it is only looked at: the bootstrap's own. */
export interface Content {
  readonly environment: Environment;
  readonly account: Account;
  readonly managed: Usage;
  readonly bootstrap: Usage;
}

/** Where the bootstrap's own things have other names than those of the stacks. */
const OWN: Partial<Record<ScopeName, ScopeName>> = { roles: "ownRoles", policies: "ownPolicies" };

interface Need {
  readonly on: ScopeName;
  readonly action: string;
  readonly type: string;
  readonly concerns: readonly string[];
}

function needs(usage: Usage, actions: (right: Right) => readonly string[]): readonly Need[] {
  return [...usage].flatMap(([type, concerns]) =>
    (RIGHTS[type] ?? []).flatMap((right) => actions(right).map((action) => ({ on: right.on, action, type, concerns }))),
  );
}

/** One statement per scope, in the order of their names, so that the order of stacks and types decides nothing. */
function statementsFor(needed: readonly Need[], sid: string, { environment, account }: Content) {
  const scopes = [...new Set(needed.map(({ on }) => on))].toSorted();
  return scopes.map((name): ExplainedStatement => {
    const here = needed.filter(({ on }) => on === name);
    const { resources, conditions } = scopeOf(name, environment, account);
    const [resource = "*", ...others] = resources;
    return {
      statement: {
        Sid: `${sid}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
        Effect: "Allow",
        Action: [...new Set(here.map(({ action }) => action))].toSorted(),
        Resource: others.length === 0 ? resource : resources,
        ...(conditions === undefined ? {} : { Condition: conditions }),
      },
      because: Object.fromEntries(here.map(({ type, concerns }) => [type, concerns])),
    };
  });
}

const reads = ({ read = [] }: Right): readonly string[] => read;
const writes = ({ write = [] }: Right): readonly string[] => write;

/** What Terraform reads to plan the account's stacks. */
export function readStatements(content: Content): readonly ExplainedStatement[] {
  const own = needs(content.bootstrap, reads).map((need) => ({ ...need, on: OWN[need.on] ?? need.on }));
  return statementsFor([...needs(content.managed, reads), ...own], "Read", content);
}

/** What Terraform does besides to apply and destroy them. The bootstrap is not among them. */
export function writeStatements(content: Content): readonly ExplainedStatement[] {
  return statementsFor(needs(content.managed, writes), "Write", content);
}
