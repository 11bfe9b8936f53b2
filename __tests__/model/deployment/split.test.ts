import { LONGEST_POLICY, splitIntoPolicies } from "../../../model/deployment/split";
import { policyDocument, type Statement } from "../../../model/policy/document";

const statement = (Sid: string, actions: number): Statement => ({
  Sid,
  Effect: "Allow",
  Action: Array.from({ length: actions }, (_, index) => `service:Action${index}`),
  Resource: "*",
});
const actionsOf = (policies: readonly (readonly Statement[])[]) =>
  policies.flatMap((policy) => policy.flatMap(({ Action }) => Action));

describe("rights in managed policies", () => {
  it.each([1, 100, 300, 1000])("lose none of %i actions and are never longer than IAM takes", (actions) => {
    const statements = [statement("One", actions), statement("Two", 5)];
    const policies = splitIntoPolicies(statements);
    expect(actionsOf(policies)).toEqual(statements.flatMap(({ Action }) => Action));
    for (const policy of policies) expect(policyDocument(policy).length).toBeLessThanOrEqual(LONGEST_POLICY);
  });

  it("stay in one policy when they fit", () => {
    expect(splitIntoPolicies([statement("One", 3), statement("Two", 3)])).toHaveLength(1);
  });

  it("are refused when a role cannot have so many policies", () => {
    expect(() => splitIntoPolicies([statement("One", 4000)])).toThrow(
      /the rights take \d+ policies, but a role can have 10/,
    );
  });
});
