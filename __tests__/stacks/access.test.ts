import { FINANCE, RISK } from "../support/bank";
import { grantsInOrder, withoutOrder } from "../support/grants";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

const grants = (account: string, domain: string, classifications: readonly string[]) => {
  const database = [
    { key: "domain", values: [domain] },
    { key: "layer", values: ["curated"] },
  ];
  const describe = ["DESCRIBE"];
  const select = ["DESCRIBE", "SELECT"];
  return [
    {
      principal: account,
      permissions: describe,
      permissions_with_grant_option: describe,
      lf_tag_policy: { resource_type: "DATABASE", expression: database },
    },
    {
      principal: account,
      permissions: select,
      permissions_with_grant_option: select,
      lf_tag_policy: {
        resource_type: "TABLE",
        expression: [{ key: "classification", values: classifications }, ...database],
      },
    },
  ];
};

const INTERNAL = ["public", "internal"];
const CONFIDENTIAL = ["public", "internal", "confidential"];

describe("access of consumer accounts", () => {
  it("lets risk read both domains up to confidential", () => {
    expect(grantsInOrder(bank, "prod-governance-access-risk").map(withoutOrder)).toEqual([
      ...grants(RISK, "deposits", CONFIDENTIAL),
      ...grants(RISK, "loans", CONFIDENTIAL),
    ]);
  });

  it("lets finance read deposits up to confidential and loans up to internal", () => {
    expect(grantsInOrder(bank, "prod-governance-access-finance").map(withoutOrder)).toEqual([
      ...grants(FINANCE, "deposits", CONFIDENTIAL),
      ...grants(FINANCE, "loans", INTERNAL),
    ]);
  });

  it.each(["risk", "finance"])("is all that access-%s holds", (consumer) => {
    const { resource } = bank.stack(`prod-governance-access-${consumer}`);
    expect(Object.keys(resource ?? {})).toEqual(["aws_lakeformation_permissions"]);
    expect(bank.stack(`prod-governance-access-${consumer}`)["data"]).toBeUndefined();
  });
});
