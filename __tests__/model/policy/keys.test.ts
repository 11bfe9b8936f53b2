import { catalogKeyStatements } from "../../../model/policy/catalog-key";
import { grantsForServices, KEY_USE, keyPolicy, useByLogs, useThroughServices } from "../../../model/policy/key-policy";
import { ADMINISTRATION } from "../../support/expected-policies";
import { lending, prod, risk } from "../../support/landscapes";
import { statements } from "../../support/policies";

const LENDING_ROOT = { AWS: "arn:aws:iam::222233334444:root" };

describe("the policy of a key", () => {
  it("lets its account administer it, and nothing more", () => {
    expect(statements(keyPolicy(lending, []))).toEqual([
      { Sid: "Administration", Effect: "Allow", Principal: LENDING_ROOT, Action: ADMINISTRATION, Resource: "*" },
    ]);
  });

  it("keeps administration apart from use", () => {
    expect(ADMINISTRATION.filter((action) => KEY_USE.some((use) => use === action))).toEqual(["kms:DescribeKey"]);
    expect(ADMINISTRATION.filter((action) => /Encrypt|Decrypt|DataKey|CreateGrant|\*/.test(action))).toEqual([]);
  });

  it("gives every use a condition", () => {
    const uses = [
      useThroughServices(prod, lending, ["s3"]),
      grantsForServices(prod, lending, ["rds"]),
      useByLogs(prod, lending),
      ...catalogKeyStatements(prod),
    ];
    expect(uses.filter(({ Condition }) => Condition === undefined)).toEqual([]);
  });

  it("takes another name for a second statement of the same kind", () => {
    expect(useThroughServices(prod, lending, ["s3"], "Second").Sid).toBe("Second");
  });
});

describe("the policy of the catalog's key", () => {
  it("names consumers only when there are some, for AWS refuses an empty principal", () => {
    expect(catalogKeyStatements({ ...prod, consumers: [] }).map(({ Sid }) => Sid)).toEqual([
      "UseThroughServices",
      "Logs",
    ]);
    expect(catalogKeyStatements({ ...prod, consumers: [risk] })[2]?.Principal).toEqual({
      AWS: ["arn:aws:iam::444455556666:root"],
    });
  });
});
