import { judge } from "../../../audit/policy/conditions";
import { matches } from "../../../audit/policy/match";

const ROLE = "arn:aws:iam::1:role/etl";
const context = new Map<string, string | null>([
  ["aws:principalarn", ROLE],
  ["kms:viaservice", null],
]);

test.each<readonly [string, string, readonly string[], boolean | undefined, number]>([
  ["ArnLike", "aws:PrincipalArn", ["arn:aws:iam::1:role/*"], true, 0],
  ["StringEquals", "aws:PrincipalArn", ["arn:aws:iam::1:role/*"], false, 0],
  ["ArnNotEquals", "aws:PrincipalArn", [ROLE], false, 0],
  ["StringEquals", "kms:ViaService", ["s3"], false, 0],
  ["StringEqualsIfExists", "kms:ViaService", ["s3"], true, 0],
  ["StringNotEquals", "kms:ViaService", ["s3"], true, 0],
  ["Null", "kms:ViaService", ["true"], true, 0],
  ["StringEquals", "aws:PrincipalOrgID", ["o-1"], true, 1],
  ["StringEquals", "aws:PrincipalArn", ["⟨?var.role of s⟩"], undefined, 0],
])("%s %s %j is met: %s, with %i conditions left to the request", (operator, key, values, met, depends) => {
  const verdict = judge([{ operator, key, values }], context);
  expect([verdict.met, verdict.depends.length]).toEqual([met, depends]);
});

test.each([
  ["arn:aws:s3:::raw/*", "arn:aws:s3:::raw/a/b", true],
  ["arn:aws:s3:::raw/?", "arn:aws:s3:::raw/ab", false],
  ["key/⟨s a.id⟩", "key/⟨s a.id⟩", true],
  ["key/⟨s a.id⟩", "key/⟨s b.id⟩", false],
  ["key/1234", "key/⟨s a.id⟩", undefined],
  ["key/*", "key/⟨s a.id⟩", true],
  ["raw-⟨?var.x of s⟩", "curated", false],
])("the pattern %s fits %s: %s", (pattern, text, fits) => {
  expect(matches(pattern, text)).toBe(fits);
});
