import { GOVERNANCE, SOURCES } from "../../support/bank";
import { type Decision, decide } from "../../support/iam/evaluate";
import { BASE, curatedKey, lakeOf, rawBucket, rawKey, roleArn } from "../../support/iam/lake";
import type { Request } from "../../support/iam/request";
import { synthesized } from "../../support/synthesized";

const bank = synthesized();
const ALLOWED: Decision = "allowed";
const REFUSED: Decision = "explicitly denied";
const NOT_ALLOWED: Decision = "implicitly denied";

const through = (service: string, account: string, region = "eu-central-1") => ({
  ...BASE,
  "kms:ViaService": `${service}.${region}.amazonaws.com`,
  "kms:CallerAccount": account,
});

type Row = readonly [what: string, change: Partial<Request>, expected: Decision];

describe.each(SOURCES)("who may do what with the raw key of $source", (source) => {
  const { source: name, producer, producerId } = source;
  const lake = lakeOf(bank, source);
  const other = name === "loans" ? SOURCES[1] : SOURCES[0];
  const writer = roleArn(producer, `prod-${name}-lake-writer`);
  const location = roleArn("governance", `prod-${name}-lake-location`);
  const deployer = roleArn("governance", "lake-deploy");
  const own = through("s3", GOVERNANCE);
  const encrypt: Request = {
    principal: writer,
    action: "kms:GenerateDataKey",
    resource: rawKey(name),
    context: through("s3", producerId),
  };

  it.each<Row>([
    ["its writer encrypts through S3", {}, ALLOWED],
    ["its writer decrypts through S3, for uploads in parts", { action: "kms:Decrypt" }, ALLOWED],
    ["its writer encrypts without S3", { context: BASE }, NOT_ALLOWED],
    ["its writer encrypts in another Region", { context: through("s3", producerId, "eu-west-1") }, NOT_ALLOWED],
    [
      "its writer comes from another organization",
      { context: { ...encrypt.context, "aws:PrincipalOrgID": "o-other" } },
      NOT_ALLOWED,
    ],
    ["its writer makes a grant", { action: "kms:CreateGrant" }, NOT_ALLOWED],
    ["its writer changes the policy", { action: "kms:PutKeyPolicy" }, NOT_ALLOWED],
    ["its writer uses another source's key", { resource: rawKey(other.source) }, NOT_ALLOWED],
    ["its writer uses the curated key", { resource: curatedKey(name) }, NOT_ALLOWED],
    ["another role of the producer encrypts", { principal: roleArn(producer, "app") }, NOT_ALLOWED],
    [
      "the producer's deployer looks the key up",
      { principal: roleArn(producer, "lake-deploy"), action: "kms:DescribeKey", context: BASE },
      ALLOWED,
    ],
    [
      "a plan of the producer looks the key up",
      { principal: roleArn(producer, "lake-deploy-plan"), action: "kms:DescribeKey", context: BASE },
      ALLOWED,
    ],
    [
      "the producer's deployer decrypts",
      { principal: roleArn(producer, "lake-deploy"), action: "kms:Decrypt" },
      NOT_ALLOWED,
    ],
    [
      "Lake Formation's role decrypts through S3",
      { principal: location, action: "kms:Decrypt", context: own },
      ALLOWED,
    ],
    ["Lake Formation's role encrypts", { principal: location, context: own }, NOT_ALLOWED],
    [
      "the crawler decrypts its queue",
      {
        principal: roleArn("governance", `prod-${name}-discovery`),
        action: "kms:Decrypt",
        context: through("sqs", GOVERNANCE),
      },
      ALLOWED,
    ],
    [
      "the crawler decrypts files",
      { principal: roleArn("governance", `prod-${name}-discovery`), action: "kms:Decrypt", context: own },
      NOT_ALLOWED,
    ],
    [
      "governance's deployer changes the policy",
      { principal: deployer, action: "kms:PutKeyPolicy", context: BASE },
      ALLOWED,
    ],
    [
      "governance's deployer turns rotation on",
      { principal: deployer, action: "kms:EnableKeyRotation", context: BASE },
      ALLOWED,
    ],
    ...["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:CreateGrant"].map(
      (action): Row => [
        `governance's deployer does ${action} through S3`,
        { principal: deployer, action, context: own },
        REFUSED,
      ],
    ),
    [
      "governance's root user decrypts",
      { principal: `arn:aws:iam::${GOVERNANCE}:root`, action: "kms:Decrypt", context: own },
      REFUSED,
    ],
    [
      "governance's root user mends the policy",
      { principal: `arn:aws:iam::${GOVERNANCE}:root`, action: "kms:PutKeyPolicy", context: BASE },
      ALLOWED,
    ],
    [
      "an administrator of governance changes the policy",
      { principal: roleArn("governance", "admin"), action: "kms:PutKeyPolicy", context: BASE },
      NOT_ALLOWED,
    ],
    [
      "an administrator of governance deletes the key",
      { principal: roleArn("governance", "admin"), action: "kms:ScheduleKeyDeletion", context: BASE },
      NOT_ALLOWED,
    ],
    [
      "an administrator of governance looks at the policy",
      { principal: roleArn("governance", "admin"), action: "kms:GetKeyPolicy", context: BASE },
      ALLOWED,
    ],
    [
      "an analyst of a consumer decrypts",
      { principal: roleArn("risk", "prod-risk-risk-analysts"), action: "kms:Decrypt" },
      NOT_ALLOWED,
    ],
    [
      "S3 encrypts news of the bucket's files",
      { principal: "s3.amazonaws.com", context: { "aws:SourceAccount": GOVERNANCE, "aws:SourceArn": rawBucket(name) } },
      ALLOWED,
    ],
    [
      "S3 encrypts for a bucket of another account",
      {
        principal: "s3.amazonaws.com",
        context: { "aws:SourceAccount": producerId, "aws:SourceArn": "arn:aws:s3:::x" },
      },
      NOT_ALLOWED,
    ],
  ])("%s: %s", (_, change, expected) => {
    const request = { ...encrypt, ...change };
    expect(decide(request, lake(request))).toBe(expected);
  });
});
