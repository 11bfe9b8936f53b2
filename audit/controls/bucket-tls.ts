import { type Control, eachResource } from "../check/control";
import { fail, PASS, undecided } from "../check/judge";
import { covers, isEverybody, matches, type Statement, statementsOf } from "../check/policy";
import { cis, fsbp, pci } from "../check/references";

const ACTIONS = ["s3:GetObject", "s3:PutObject", "s3:ListBucket"];

/** Whether a statement refuses everybody every action over plain HTTP, on objects and on the bucket. */
const refusesPlainHttp = (statement: Statement): boolean =>
  !statement.allows &&
  statement.principals.some(isEverybody) &&
  ACTIONS.every((action) => covers(statement, action)) &&
  statement.resources.some((resource) => resource.endsWith("*")) &&
  statement.resources.some((resource) => resource === "*" || !resource.endsWith("/*")) &&
  statement.conditions.length === 1 &&
  statement.conditions.every(
    ({ operator, key, values }) =>
      matches("Bool*", operator) && key === "aws:securetransport" && values.length === 1 && values[0] === "false",
  );

export const bucketTls: Control = {
  id: "bucket-tls",
  sentence: "Every bucket refuses requests without TLS.",
  reason: "S3 answers plain HTTP; whoever listens on the way reads the data.",
  remedy: "deny s3:* to everybody on the bucket and its objects when aws:SecureTransport is false",
  severity: "high",
  references: [...fsbp("S3.5"), ...cis("2.1.1"), ...pci("4.2.1")],
  check: eachResource(["aws_s3_bucket"], (bucket, world) => {
    const policies = world.configuring(bucket, "aws_s3_bucket_policy", "bucket", "bucket");
    if (policies.length === 0) return fail("the bucket has no policy");
    const read = policies.map((policy) => statementsOf(world, policy, policy.body["policy"]));
    if (read.some((statements) => statements?.some(refusesPlainHttp))) return PASS;
    return read.includes(undefined)
      ? undecided("the policy is known after apply")
      : fail("no statement denies plain HTTP");
  }),
};
