/** What Terraform's AWS provider will compute for a resource, as far as it follows from the JSON. */
import { keyByReference } from "./keys";
import { identity, undecided } from "./tokens";
import type { Resolver, Resource } from "./types";

type Attribute = (resolver: Resolver, resource: Resource) => string;
type Attributes = Readonly<Record<string, Attribute>>;

/** An attribute that the JSON sets, or the id that AWS will choose. */
const declared =
  (attribute: string): Attribute =>
  (resolver, resource) =>
    typeof resource.body[attribute] === "string"
      ? resolver.text(resource, resource.body[attribute])
      : chosen(resource, attribute);

const chosen = (resource: Resource, attribute: string): string =>
  resource.kind === "resource"
    ? identity(resource.stack, resource.address, attribute)
    : undecided(`${resource.address}.${attribute} of ${resource.stack}`);

/** ARN of something in IAM, which has no Region: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const iam =
  (kind: string): Attribute =>
  (resolver, resource) => {
    const path = typeof resource.body["path"] === "string" ? resolver.text(resource, resource.body["path"]) : "/";
    return `arn:aws:iam::${resource.account}:${kind}${path}${name(resolver, resource)}`;
  };

const glue =
  (kind: string, ...keys: readonly string[]): Attribute =>
  (resolver, resource) => {
    const names = keys.map((key) => resolver.text(resource, resource.body[key])).join("/");
    return `arn:aws:glue:${resource.region}:${resource.account}:${kind}/${names}`;
  };

const bucketArn: Attribute = (resolver, resource) => `arn:aws:s3:::${bucket(resolver, resource)}`;

const name = declared("name");
const bucket = declared("bucket");

const keyArn: Attribute = (_, resource) =>
  `arn:aws:kms:${resource.region}:${resource.account}:key/${identity(resource.stack, resource.address, "key_id")}`;

const keyId: Attribute = (resolver, resource) => afterLast(keyArn(resolver, resource));
const afterLast = (arn: string): string => arn.slice(arn.lastIndexOf(":key/") + ":key/".length);

const aliasedKey: Attribute = (resolver, resource) =>
  keyByReference(resolver, resource, resolver.text(resource, resource.body["target_key_id"]));

const lookedUpKey =
  (argument: string): Attribute =>
  (resolver, resource) =>
    keyByReference(resolver, resource, resolver.text(resource, resource.body[argument]));

const KNOWN: Readonly<Record<string, Attributes>> = {
  aws_iam_role: { arn: iam("role"), name, id: name },
  aws_iam_user: { arn: iam("user"), name, id: name },
  aws_iam_group: { arn: iam("group"), name, id: name },
  aws_iam_policy: { arn: iam("policy"), id: iam("policy"), name },
  aws_s3_bucket: { id: bucket, bucket, arn: bucketArn },
  aws_kms_key: { arn: keyArn, key_id: keyId, id: keyId },
  aws_kms_replica_key: { arn: keyArn, key_id: keyId, id: keyId },
  aws_kms_external_key: { arn: keyArn, key_id: keyId, id: keyId },
  aws_kms_replica_external_key: { arn: keyArn, key_id: keyId, id: keyId },
  aws_kms_alias: {
    arn: (resolver, resource) => `arn:aws:kms:${resource.region}:${resource.account}:${name(resolver, resource)}`,
    name,
    id: name,
    target_key_arn: aliasedKey,
    target_key_id: (resolver, resource) => afterLast(aliasedKey(resolver, resource)),
  },
  aws_glue_catalog_database: { arn: glue("database", "name"), name },
  aws_glue_catalog_table: { arn: glue("table", "database_name", "name"), name },
  "data.aws_caller_identity": { account_id: (_, { account }) => account, id: (_, { account }) => account },
  "data.aws_region": {
    name: (_, { region }) => region,
    region: (_, { region }) => region,
    id: (_, { region }) => region,
  },
  // The audit knows the commercial partition only.
  "data.aws_partition": { partition: () => "aws", id: () => "aws", dns_suffix: () => "amazonaws.com" },
  "data.aws_kms_key": {
    arn: lookedUpKey("key_id"),
    id: (resolver, resource) => afterLast(lookedUpKey("key_id")(resolver, resource)),
  },
  "data.aws_kms_alias": {
    target_key_arn: lookedUpKey("name"),
    target_key_id: (resolver, resource) => afterLast(lookedUpKey("name")(resolver, resource)),
    name,
  },
  "data.aws_iam_role": { arn: iam("role"), name, id: name },
  "data.aws_s3_bucket": { id: bucket, bucket, arn: bucketArn },
};

/** Value of an attribute, with tokens for what is not known before deployment. */
export function attributeOf(resolver: Resolver, resource: Resource, attribute: string): string {
  const type = resource.kind === "resource" ? resource.type : `${resource.kind}.${resource.type}`;
  return (KNOWN[type]?.[attribute] ?? declared(attribute))(resolver, resource);
}
