import { grantsInOrder, permissionsOf } from "../support/grants";
import { synthesized } from "../support/synthesized";

const bank = synthesized();
const granting = bank.ids.filter((id) => Object.keys(bank.resources(id, "aws_lakeformation_permissions")).length > 0);

describe("Lake Formation grants", () => {
  it("are in these stacks", () => {
    expect(granting).toEqual([
      "prod-finance-analytics",
      "prod-governance-access-finance",
      "prod-governance-access-risk",
      "prod-governance-catalog-deposits",
      "prod-governance-catalog-loans",
      "prod-governance-curation-deposits",
      "prod-governance-curation-loans",
      "prod-governance-reconciliation-deposits",
      "prod-governance-reconciliation-loans",
      "prod-governance-trail",
      "prod-risk-analytics",
    ]);
  });

  it.each(granting)("of %s are made one after the other", (id) => {
    expect(grantsInOrder(bank, id)).toHaveLength(
      Object.keys(bank.resources(id, "aws_lakeformation_permissions")).length,
    );
  });

  it.each(granting)("of %s list their permissions and never say ALL or SUPER", (id) => {
    for (const grant of grantsInOrder(bank, id)) {
      expect(permissionsOf(grant).length).toBeGreaterThan(0);
      expect(permissionsOf(grant)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(ALL|SUPER)/)]));
    }
  });

  it.each(granting)("of %s go to an account or a role, never to everybody", (id) => {
    for (const { principal } of grantsInOrder(bank, id)) {
      expect(principal).toEqual(expect.stringMatching(/^(\d{12}|\$\{aws_iam_role\.[\w-]+\.arn\})$/));
    }
  });
});
