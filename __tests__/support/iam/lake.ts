/** The lake as an authorization sees it: who is who, and what guards a source's zones. */
import { ACCOUNT_IDS, GOVERNANCE, type SOURCES } from "../bank";
import { bucketOf } from "../buckets";
import type { Synthesized } from "../output";
import { keyOf, roleOf } from "../policies";
import type { Guarded } from "./evaluate";
import type { Request } from "./request";
import { keyArnOf, withKeyArns } from "./resolved";

type Source = (typeof SOURCES)[number];

/** Everything its own account can give: what others must hold against. */
const ADMINISTRATOR = JSON.stringify({ Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] });

/** A request by an assumed role of the bank, over today's TLS, through no other service. */
export const BASE = {
  "aws:PrincipalOrgID": "o-exampleorg1",
  "aws:SecureTransport": "true",
  "s3:TlsVersion": "1.3",
};

export const roleArn = (account: string, role: string): string => `arn:aws:iam::${ACCOUNT_IDS[account]}:role/${role}`;

export const rawBucket = (source: string): string => `arn:aws:s3:::examplebank-prod-${source}-raw-${GOVERNANCE}`;
export const curatedBucket = (source: string): string => rawBucket(source).replace("-raw-", "-curated-");
export const rawKey = (source: string): string => keyArnOf(`prod-${source}-raw`);
export const curatedKey = (source: string): string => keyArnOf(`prod-${source}-curated`);

/** Headers of an upload that is encrypted by a key. */
export const encryptedBy = (keyArn: string) => ({
  "s3:x-amz-server-side-encryption": "aws:kms",
  "s3:x-amz-server-side-encryption-aws-kms-key-id": keyArn,
});

/** Stack that makes a bucket or key. */
const storage = (resource: string): string =>
  `prod-governance-storage-${/prod-(\w+)-(raw|curated)/.exec(resource)?.[1]}`;

/** The bank's policies: of the roles of one source, and of every bucket and key of the storage stacks. */
export function lakeOf(bank: Synthesized, { source, producer }: Source) {
  const identity = (id: string, role: string) => withKeyArns(bank, id, roleOf(bank, id, role).policy["policy"]);
  const roles: Readonly<Record<string, string>> = {
    [roleArn(producer, `prod-${source}-lake-writer`)]: identity(
      `prod-${producer}-replication-${source}`,
      `prod-${source}-lake-writer`,
    ),
    [roleArn("governance", `prod-${source}-lake-location`)]: identity(
      `prod-governance-storage-${source}`,
      `prod-${source}-lake-location`,
    ),
    [roleArn("governance", `prod-${source}-discovery`)]: identity(
      `prod-governance-catalog-${source}`,
      `prod-${source}-discovery`,
    ),
    [roleArn("governance", `prod-${source}-curation`)]: identity(
      `prod-governance-curation-${source}`,
      `prod-${source}-curation`,
    ),
  };
  const policyOf = (resource: string): unknown => {
    const id = storage(resource);
    if (resource.startsWith("arn:aws:s3:::")) {
      return bucketOf(bank, id, resource.slice("arn:aws:s3:::".length).split("/")[0] ?? "").policy;
    }
    return keyOf(bank, id, `alias/${resource.split("/")[1]}`).body["policy"];
  };
  /** What guards the resource of a request; roles that the bank does not make are administrators of their account. */
  return ({ principal, resource }: Request): Guarded => ({
    owner: GOVERNANCE,
    resourcePolicy: withKeyArns(bank, storage(resource), policyOf(resource)),
    identityPolicies: [roles[principal] ?? ADMINISTRATOR],
  });
}
