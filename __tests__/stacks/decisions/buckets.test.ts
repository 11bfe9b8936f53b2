import { DEPOSITS, LENDING, SOURCES } from "../../support/bank";
import { type Decision, decide } from "../../support/iam/evaluate";
import {
  BASE,
  curatedBucket,
  curatedKey,
  encryptedBy,
  lakeOf,
  rawBucket,
  rawKey,
  roleArn,
} from "../../support/iam/lake";
import type { Request } from "../../support/iam/request";
import { synthesized } from "../../support/synthesized";

const bank = synthesized();
const ALLOWED: Decision = "allowed";
const REFUSED: Decision = "explicitly denied";
const NOT_ALLOWED: Decision = "implicitly denied";

type Row = readonly [what: string, change: Partial<Request>, expected: Decision];

describe.each(SOURCES)("who may do what with the raw bucket of $source", (source) => {
  const { source: name, producer, producerId, prefix } = source;
  const lake = lakeOf(bank, source);
  const other = name === "loans" ? SOURCES[1] : SOURCES[0];
  const writer = roleArn(producer, `prod-${name}-lake-writer`);
  const file = `${rawBucket(name)}/${prefix}/core/loan/2026-11-22/20261122-130001123.parquet`;
  const right = { ...BASE, ...encryptedBy(rawKey(name)) };
  const put: Request = { principal: writer, action: "s3:PutObject", resource: file, context: right };
  const remove: Request = { ...put, action: "s3:DeleteObject", context: BASE };
  const stranger = roleArn(producer, "app");
  const namesake = writer.replace(producerId, producerId === LENDING ? DEPOSITS : LENDING);
  const without = (key: keyof typeof BASE) => ({ ...right, [key]: "" });

  it.each<Row>([
    ["its writer puts into its folder, under the bucket's key", {}, ALLOWED],
    ["its writer names no encryption: the bucket's default is its key", { context: BASE }, ALLOWED],
    ["its writer tags what it wrote", { action: "s3:PutObjectTagging", context: BASE }, ALLOWED],
    ["its writer removes what it wrote, as DMS's minimum has it", remove, ALLOWED],
    ["its writer lists the bucket", { action: "s3:ListBucket", resource: rawBucket(name), context: BASE }, ALLOWED],
    ["its writer puts into another generation", { resource: file.replace("/g1/", "/g2/") }, NOT_ALLOWED],
    ["its writer puts at the top of the bucket", { resource: `${rawBucket(name)}/x.parquet` }, NOT_ALLOWED],
    ["its writer puts into another account's folder", { resource: file.replace(prefix, other.prefix) }, NOT_ALLOWED],
    [
      "its writer puts into another source's bucket",
      { resource: file.replace(rawBucket(name), rawBucket(other.source)), context: BASE },
      REFUSED,
    ],
    ["its writer uses another source's key", { context: { ...BASE, ...encryptedBy(rawKey(other.source)) } }, REFUSED],
    ["its writer uses the curated key", { context: { ...BASE, ...encryptedBy(curatedKey(name)) } }, REFUSED],
    ["its writer uses S3's own key", { context: { ...BASE, "s3:x-amz-server-side-encryption": "AES256" } }, REFUSED],
    [
      "its writer leaves the key to the account's default",
      { context: { ...BASE, "s3:x-amz-server-side-encryption": "aws:kms" } },
      REFUSED,
    ],
    [
      "its writer brings a key along",
      { context: { ...BASE, "s3:x-amz-server-side-encryption-customer-algorithm": "AES256" } },
      REFUSED,
    ],
    ["its writer comes without TLS", { context: { ...right, "aws:SecureTransport": "false" } }, REFUSED],
    ["its writer comes with TLS 1.1", { context: { ...right, "s3:TlsVersion": "1.1" } }, REFUSED],
    ["its writer's account left the organization", { context: without("aws:PrincipalOrgID") }, REFUSED],
    ["its writer belongs to another organization", { context: { ...right, "aws:PrincipalOrgID": "o-other" } }, REFUSED],
    ["its writer reads", { action: "s3:GetObject", context: BASE }, NOT_ALLOWED],
    ["its writer removes a version", { action: "s3:DeleteObjectVersion", context: BASE }, NOT_ALLOWED],
    ["its writer opens an object to others", { action: "s3:PutObjectAcl", context: BASE }, NOT_ALLOWED],
    ...[
      "s3:PutBucketPolicy",
      "s3:DeleteBucketPolicy",
      "s3:PutBucketAcl",
      "s3:PutEncryptionConfiguration",
      "s3:PutLifecycleConfiguration",
      "s3:PutBucketVersioning",
      "s3:PutBucketPublicAccessBlock",
      "s3:DeleteBucket",
    ].map(
      (action): Row => [`its writer does ${action}`, { action, resource: rawBucket(name), context: BASE }, NOT_ALLOWED],
    ),
    ["another role of the producer puts", { principal: stranger }, REFUSED],
    ["another role of the producer removes", { ...remove, principal: stranger }, NOT_ALLOWED],
    ["another role of the producer reads", { principal: stranger, action: "s3:GetObject", context: BASE }, NOT_ALLOWED],
    ["the other producer's role of the same name puts", { principal: namesake }, REFUSED],
    ["the other producer's role of the same name removes", { ...remove, principal: namesake }, NOT_ALLOWED],
    ["an administrator of governance plants a file", { principal: roleArn("governance", "admin") }, REFUSED],
    [
      "Lake Formation's role reads",
      { principal: roleArn("governance", `prod-${name}-lake-location`), action: "s3:GetObject", context: BASE },
      ALLOWED,
    ],
    ["Lake Formation's role writes", { principal: roleArn("governance", `prod-${name}-lake-location`) }, REFUSED],
    [
      "Lake Formation's role removes",
      { ...remove, principal: roleArn("governance", `prod-${name}-lake-location`) },
      NOT_ALLOWED,
    ],
    [
      "the crawler reads past Lake Formation",
      { principal: roleArn("governance", `prod-${name}-discovery`), action: "s3:GetObject", context: BASE },
      NOT_ALLOWED,
    ],
    [
      "the merge reads past Lake Formation",
      { principal: roleArn("governance", `prod-${name}-curation`), action: "s3:GetObject", context: BASE },
      NOT_ALLOWED,
    ],
    [
      "an analyst of a consumer reads",
      { principal: roleArn("risk", "prod-risk-risk-analysts"), action: "s3:GetObject", context: BASE },
      NOT_ALLOWED,
    ],
    ["the log service writes", { principal: "logging.s3.amazonaws.com", context: {} }, REFUSED],
  ])("%s: %s", (_, change, expected) => {
    const request = { ...put, ...change };
    expect(decide(request, lake(request))).toBe(expected);
  });

  it.each<Row>([
    ["the merge writes", {}, ALLOWED],
    ["the merge removes", { action: "s3:DeleteObject", context: BASE }, ALLOWED],
    ["the merge writes under the raw key", { context: { ...BASE, ...encryptedBy(rawKey(name)) } }, REFUSED],
    [
      "the merge of another source writes",
      { resource: `${curatedBucket(other.source)}/loan/data/1.parquet`, context: BASE },
      NOT_ALLOWED,
    ],
    [
      "Lake Formation's role reads",
      { principal: roleArn("governance", `prod-${name}-lake-location`), action: "s3:GetObject", context: BASE },
      ALLOWED,
    ],
    ["the producer's writer writes", { principal: writer }, NOT_ALLOWED],
    [
      "an analyst of a consumer reads",
      { principal: roleArn("risk", "prod-risk-risk-analysts"), action: "s3:GetObject", context: BASE },
      NOT_ALLOWED,
    ],
    [
      "somebody of another organization reads",
      {
        principal: roleArn("risk", "x"),
        action: "s3:GetObject",
        context: { ...BASE, "aws:PrincipalOrgID": "o-other" },
      },
      REFUSED,
    ],
  ])("curated: %s: %s", (_, change, expected) => {
    const request: Request = {
      principal: roleArn("governance", `prod-${name}-curation`),
      action: "s3:PutObject",
      resource: `${curatedBucket(name)}/loan/data/1.parquet`,
      context: { ...BASE, ...encryptedBy(curatedKey(name)) },
      ...change,
    };
    expect(decide(request, lake(request))).toBe(expected);
  });
});
