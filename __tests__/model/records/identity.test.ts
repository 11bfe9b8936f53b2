import { identitiesIn, identityLines, identityOf, impersonal, isSame, personal } from "../../../model/records/identity";
import { prod } from "../../landscape/prod";
import { staging } from "../../landscape/staging";

const [one, other] = [identityOf(prod), identityOf(staging)];
const TEXT = `arn:aws:kms:${prod.region}:${prod.governance.id}:alias/prod-loans, prod, product, production-x`;

describe("what tells environments apart", () => {
  it("is replaced where it stands as a whole word", () => {
    expect(impersonal(one)(TEXT)).toBe(
      "arn:aws:kms:{REGION}:{governance}:alias/{ENVIRONMENT}-loans, {ENVIRONMENT}, product, production-x",
    );
  });

  it("is not taken for a word of AWS", () => {
    const text = "rds-data:ExecuteStatement on data-loans when aws:ResourceTag/environment StringEquals data";
    expect(impersonal({ ...one, name: "data" })(text)).toBe(
      "rds-data:ExecuteStatement on {ENVIRONMENT}-loans when aws:ResourceTag/environment StringEquals {ENVIRONMENT}",
    );
    expect(impersonal({ ...one, name: "data" })("aws_lakeformation_data_cells_filter.x")).not.toContain("{");
  });

  it("comes back, also as that of another environment", () => {
    expect(personal(one)(impersonal(one)(TEXT))).toBe(TEXT);
    expect(personal(other)(impersonal(one)("prod in {unknown}"))).toBe("staging in {unknown}");
  });

  it("comes back from its file", () => {
    expect(identitiesIn(identityLines([one, other]))).toEqual([one, other]);
    expect(identitiesIn([])).toEqual([]);
  });

  it("is another bank's when no account is the same", () => {
    expect(isSame(one, { ...one, accounts: { ...one.accounts, risk: "999999999999" } })).toBe(true);
    expect(isSame(one, { ...one, accounts: { governance: "999999999999" } })).toBe(false);
    expect(isSame(one, { ...one, name: "staging" })).toBe(false);
  });
});
