import { whatever } from "../landscape/everything";
import type { Block } from "../support/json";
import { synthesized } from "../support/synthesized";

const bank = synthesized(whatever);

/** A stack's resources of a type that name a role. */
const of = (id: string, type: string, attribute: string, role: string): readonly (readonly [string, Block])[] =>
  Object.entries(bank.resources(id, type)).filter(([, body]) => body[attribute] === role);

const bodies = (found: readonly (readonly [string, Block])[]): readonly Block[] => found.map(([, body]) => body);

describe("every role that a stack makes", () => {
  const roles = bank.ids.flatMap((id) =>
    Object.keys(bank.resources(id, "aws_iam_role")).map((name) => ({ id, role: `\${aws_iam_role.${name}.name}` })),
  );

  it("is one of many", () => {
    expect(roles.length).toBeGreaterThan(100);
  });

  it("has the policies that the stack gives it, and no others", () => {
    for (const { id, role } of roles) {
      const inline = of(id, "aws_iam_role_policy", "role", role).map(([key]) => `\${aws_iam_role_policy.${key}.name}`);
      const attached = of(id, "aws_iam_role_policy_attachment", "role", role).map(
        ([key]) => `\${aws_iam_role_policy_attachment.${key}.policy_arn}`,
      );
      expect(inline.length + attached.length).toBeGreaterThan(0);
      expect([id, bodies(of(id, "aws_iam_role_policies_exclusive", "role_name", role))]).toEqual([
        id,
        [{ role_name: role, policy_names: inline }],
      ]);
      expect([id, bodies(of(id, "aws_iam_role_policy_attachments_exclusive", "role_name", role))]).toEqual([
        id,
        [{ role_name: role, policy_arns: attached }],
      ]);
    }
  });
});
