import { decide } from "./evaluate";

const OWNER = "111122223333";
const BUCKET = "arn:aws:s3:::b";
const ROLE = `arn:aws:iam::${OWNER}:role/r`;
const FOREIGN = "arn:aws:iam::222233334444:role/r";
const allow = (more: object = {}) => ({ Effect: "Allow", Action: "s3:*", Resource: `${BUCKET}/*`, ...more });
const deny = (Condition: object) => ({ ...allow({ Principal: "*", Condition }), Effect: "Deny" });
const document = (...statements: readonly object[]) => JSON.stringify({ Statement: statements });

function get(principal: string, resource: readonly object[], identity: readonly object[], context = {}) {
  return decide(
    { principal, action: "s3:GetObject", resource: `${BUCKET}/k`, context },
    { owner: OWNER, resourcePolicy: document(...resource), identityPolicies: [document(...identity)] },
  );
}

/** The evaluator itself, against AWS's description. */
describe("the decision on a request", () => {
  it.each([
    ["nothing allows it", get(ROLE, [], []), "implicitly denied"],
    ["inside the account its own policy is enough", get(ROLE, [], [allow()]), "allowed"],
    ["inside the account the resource's is enough", get(ROLE, [allow({ Principal: { AWS: ROLE } })], []), "allowed"],
    [
      "naming the account gives its roles nothing by itself",
      get(ROLE, [allow({ Principal: { AWS: `arn:aws:iam::${OWNER}:root` } })], []),
      "implicitly denied",
    ],
    ["across accounts its own policy is not enough", get(FOREIGN, [], [allow()]), "implicitly denied"],
    [
      "across accounts the resource's is not enough",
      get(FOREIGN, [allow({ Principal: "*" })], []),
      "implicitly denied",
    ],
    ["across accounts both are", get(FOREIGN, [allow({ Principal: { AWS: FOREIGN } })], [allow()]), "allowed"],
    [
      "a refusal beats both",
      get(FOREIGN, [allow({ Principal: "*" }), deny({ Bool: { "aws:SecureTransport": "false" } })], [allow()], {
        "aws:SecureTransport": "false",
      }),
      "explicitly denied",
    ],
  ])("%s", (_, decision, expected) => {
    expect(decision).toBe(expected);
  });

  const refused = (condition: object, context: object): boolean =>
    get(ROLE, [deny(condition)], [allow()], context) === "explicitly denied";

  it.each([
    ["StringNotEquals", { StringNotEquals: { k: "a" } }, {}, true],
    ["StringEquals", { StringEquals: { k: "a" } }, {}, false],
    ["StringEqualsIfExists", { StringEqualsIfExists: { k: "a" } }, {}, true],
    ["Null true", { Null: { k: "true" } }, {}, true],
    ["Null false", { Null: { k: "false" } }, {}, false],
    ["ForAnyValue", { "ForAnyValue:StringLike": { k: "a*" } }, {}, false],
    ["ForAllValues", { "ForAllValues:StringLike": { k: "a*" } }, {}, true],
    ["BoolIfExists", { BoolIfExists: { k: "false" } }, {}, true],
    ["NumericLessThan", { NumericLessThan: { k: "1.2" } }, {}, false],
  ])("without the key %s holds: %p", (_, condition, context, expected) => {
    expect(refused(condition, context)).toBe(expected);
  });

  it.each([
    ["several values are alternatives", { StringEquals: { k: ["a", "b"] } }, { k: "b" }, true],
    ["a negation wants none of them", { StringNotEquals: { k: ["a", "b"] } }, { k: "b" }, false],
    ["several keys must all hold", { StringEquals: { k: "a", l: "b" } }, { k: "a", l: "c" }, false],
    ["keys are found in any case", { StringEquals: { "AWS:K": "a" } }, { "aws:k": "a" }, true],
    ["StringLike knows wildcards", { StringLike: { k: "a?c*" } }, { k: "abcd" }, true],
    ["StringEquals knows none", { StringEquals: { k: "a*" } }, { k: "abc" }, false],
    ["an ARN is compared part by part", { ArnLike: { k: "arn:aws:s3:*:x" } }, { k: "arn:aws:s3:r:1:x" }, false],
    ["ArnNotEquals refuses another", { ArnNotEquals: { k: "arn:a:b:c:d:e" } }, { k: "arn:a:b:c:d:f" }, true],
    ["numbers are compared as numbers", { NumericLessThan: { k: "1.2" } }, { k: "1.10" }, true],
  ])("%s", (_, condition, context, expected) => {
    expect(refused(condition, context)).toBe(expected);
  });

  it("knows no operator that it was not taught", () => {
    expect(() => refused({ IpAddress: { k: "10.0.0.0/8" } }, { k: "10.0.0.1" })).toThrow("IpAddress");
  });
});
