import { GOVERNANCE, SOURCES } from "../support/bank";
import { bucketOf } from "../support/buckets";
import {
  KEY_USE,
  otherKeys,
  otherOrganizations,
  policy,
  separated,
  serviceTrust,
  throughServices,
  transport,
} from "../support/expected-policies";
import { parsed } from "../support/json";
import { guardedKey, readKey } from "../support/keys";
import { keyOf, roleOf } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

describe.each(SOURCES)("policies of the storage of $source", ({ source, producerId, prefix }) => {
  const id = `prod-governance-storage-${source}`;
  const bucketName = (zone: string): string => `examplebank-prod-${source}-${zone}-${GOVERNANCE}`;
  const writer = {
    ArnEquals: { "aws:PrincipalArn": `arn:aws:iam::${producerId}:role/prod-${source}-lake-writer` },
    StringEquals: { "aws:PrincipalOrgID": "o-exampleorg1" },
  };
  const Principal = { AWS: `arn:aws:iam::${producerId}:root` };

  it("lets governance's own identities use the curated key, through Athena and S3 alone", () => {
    expect(readKey(bank, id, `alias/prod-${source}-curated`)).toEqual(
      guardedKey(...separated(GOVERNANCE, throughServices(GOVERNANCE, "athena", "s3"))),
    );
  });

  it("lets the producer's writer use the raw key through S3, and its deploy and plan roles find it", () => {
    expect(readKey(bank, id, `alias/prod-${source}-raw`)).toEqual(
      guardedKey(
        ...separated(
          GOVERNANCE,
          throughServices(GOVERNANCE, "s3", "sqs"),
          {
            Sid: "Arrivals",
            Effect: "Allow",
            Principal: { Service: "s3.amazonaws.com" },
            Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
            Resource: "*",
            Condition: {
              StringEquals: { "aws:SourceAccount": GOVERNANCE },
              ArnEquals: { "aws:SourceArn": `arn:aws:s3:::${bucketName("raw")}` },
            },
          },
          {
            Sid: "WriterThroughS3",
            Effect: "Allow",
            Principal,
            Action: KEY_USE,
            Resource: "*",
            Condition: {
              ...writer,
              StringEquals: { ...writer.StringEquals, "kms:ViaService": "s3.eu-central-1.amazonaws.com" },
            },
          },
          {
            Sid: "LookUpByProducer",
            Effect: "Allow",
            Principal,
            Action: "kms:DescribeKey",
            Resource: "*",
            Condition: {
              ...writer,
              ArnEquals: {
                "aws:PrincipalArn": ["lake-deploy", "lake-deploy-plan"].map(
                  (role) => `arn:aws:iam::${producerId}:role/${role}`,
                ),
              },
            },
          },
        ),
      ),
    );
  });

  it("lets nobody into the curated bucket by its policy", () => {
    const name = bucketName("curated");
    const { arn } = keyOf(bank, id, `alias/prod-${source}-curated`);
    expect(parsed(bucketOf(bank, id, name).policy)).toEqual(
      policy(...transport(name), ...otherKeys(name, arn), otherOrganizations(name)),
    );
  });

  it("lets the producer's writer, and nobody else, into its prefix of the raw bucket", () => {
    const name = bucketName("raw");
    const { arn } = keyOf(bank, id, `alias/prod-${source}-raw`);
    const allowed = { Effect: "Allow", Principal, Condition: writer };
    expect(parsed(bucketOf(bank, id, name).policy)).toEqual(
      policy(
        ...transport(name),
        ...otherKeys(name, arn),
        otherOrganizations(name),
        {
          ...allowed,
          Sid: "WriterObjects",
          Action: ["s3:DeleteObject", "s3:PutObject", "s3:PutObjectTagging"],
          Resource: `arn:aws:s3:::${name}/${prefix}/*`,
        },
        {
          ...allowed,
          Sid: "WriterBucket",
          Action: ["s3:GetBucketLocation", "s3:ListBucket"],
          Resource: `arn:aws:s3:::${name}`,
        },
        {
          Sid: "DenyOtherWriters",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:PutObject",
          Resource: `arn:aws:s3:::${name}/*`,
          Condition: { ArnNotEquals: writer.ArnEquals },
        },
      ),
    );
  });

  it("gives Lake Formation a role that reads both buckets and writes the curated one", () => {
    const role = roleOf(bank, id, `prod-${source}-lake-location`);
    const buckets = ["raw", "curated"].map((zone) => `arn:aws:s3:::${bucketName(zone)}`);
    const keys = ["raw", "curated"].map((zone) => keyOf(bank, id, `alias/prod-${source}-${zone}`).arn);
    expect(parsed(role.body["assume_role_policy"])).toEqual(
      serviceTrust("lakeformation.amazonaws.com", GOVERNANCE, {}, ["sts:AssumeRole", "sts:SetContext"]),
    );
    expect(parsed(role.policy["policy"])).toEqual(
      policy(
        {
          Sid: "Objects",
          Effect: "Allow",
          Action: "s3:GetObject",
          Resource: buckets.map((arn) => `${arn}/*`),
        },
        {
          Sid: "CuratedObjects",
          Effect: "Allow",
          Action: ["s3:DeleteObject", "s3:PutObject"],
          Resource: `arn:aws:s3:::${bucketName("curated")}/*`,
        },
        { Sid: "Buckets", Effect: "Allow", Action: ["s3:GetBucketLocation", "s3:ListBucket"], Resource: buckets },
        { Sid: "RawKey", Effect: "Allow", Action: ["kms:Decrypt", "kms:DescribeKey"], Resource: keys[0] },
        { Sid: "CuratedKey", Effect: "Allow", Action: KEY_USE, Resource: keys[1] },
      ),
    );
  });
});
