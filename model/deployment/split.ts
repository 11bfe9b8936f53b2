import type { Statement } from "../policy/document";

/** Longest managed policy; spaces do not count. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const LONGEST_POLICY = 6144;

/** Policies that a role can have, as long as nobody asks AWS for more. */
export const MOST_POLICIES = 10;

const EMPTY = JSON.stringify({ Version: "2012-10-17", Statement: [] }).length;

const lengthOf = (statement: Statement): number => JSON.stringify(statement).length + 1;

/** A statement that is too long for one policy, as several with a part of the actions each. */
function parts(statement: Statement): readonly Statement[] {
  const { Action: actions } = statement;
  if (lengthOf(statement) + EMPTY <= LONGEST_POLICY || typeof actions === "string" || actions.length < 2)
    return [statement];
  const middle = Math.ceil(actions.length / 2);
  return [actions.slice(0, middle), actions.slice(middle)].flatMap((Action, index) =>
    parts({ ...statement, Sid: `${statement.Sid}${"AB".charAt(index)}`, Action }),
  );
}

/**
 * Statements in as few policies as keeping their order allows.
 * @throws RangeError when a role cannot have so many policies
 */
export function splitIntoPolicies(statements: readonly Statement[]): readonly (readonly Statement[])[] {
  const policies: Statement[][] = [];
  let left = 0;
  for (const statement of statements.flatMap(parts)) {
    const needed = lengthOf(statement);
    if (needed > left) {
      policies.push([]);
      left = LONGEST_POLICY - EMPTY;
    }
    policies.at(-1)?.push(statement);
    left -= needed;
  }
  if (policies.length > MOST_POLICIES) {
    throw new RangeError(`the rights take ${policies.length} policies, but a role can have ${MOST_POLICIES}`);
  }
  return policies;
}
