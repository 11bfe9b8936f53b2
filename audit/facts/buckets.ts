import { causeOf } from "../cause";
import { firstBlock } from "../output/json";
import { keyByReference } from "../output/keys";
import { resourcesOf } from "../output/read";
import type { Resolver, Resource } from "../output/types";
import { policyAt } from "../policy/parse";
import type { BucketFact } from "./types";

const POLICY = "aws_s3_bucket_policy";
const ENCRYPTION = "aws_s3_bucket_server_side_encryption_configuration";

/** Every bucket that a stack makes or gives a policy to. */
export function readBuckets(resolver: Resolver): readonly BucketFact[] {
  const byName = (type: string): ReadonlyMap<string, Resource> =>
    new Map(
      resourcesOf(resolver.output, type).map((resource) => [
        resolver.text(resource, resource.body["bucket"]),
        resource,
      ]),
    );
  const buckets = new Map(
    resourcesOf(resolver.output, "aws_s3_bucket").map((resource) => [
      resolver.text(resource, `\${${resource.address}.bucket}`),
      resource,
    ]),
  );
  const policies = byName(POLICY);
  const encryptions = byName(ENCRYPTION);
  const names = [...new Set([...buckets.keys(), ...policies.keys()])].toSorted();
  return names.flatMap((name) => {
    const [bucket, policy, encryption] = [buckets.get(name), policies.get(name), encryptions.get(name)];
    const main = bucket ?? policy;
    if (main === undefined) return [];
    const key = encryptionKey(resolver, encryption ?? main, encryption ?? bucket);
    return [
      {
        name,
        account: main.account,
        region: main.region,
        ...(policy === undefined
          ? main.body["policy"] === undefined || bucket === undefined
            ? {}
            : { policy: policyAt(resolver, bucket, "policy") }
          : { policy: policyAt(resolver, policy, "policy") }),
        ...(key === undefined ? {} : { key }),
        cause: causeOf(main, bucket === undefined ? `gives bucket ${name} a policy` : `makes bucket ${name}`),
        ...(encryption === undefined ? {} : { encryptionCause: causeOf(encryption, `encrypts bucket ${name}`) }),
      },
    ];
  });
}

/** Default key of a bucket, from the resource for it or from the bucket's own block, which older JSON has. */
function encryptionKey(resolver: Resolver, from: Resource, source: Resource | undefined): string | undefined {
  const outer = firstBlock(source?.body["server_side_encryption_configuration"]) ?? source?.body;
  const rule = firstBlock(outer?.["rule"]);
  const settings = firstBlock(rule?.["apply_server_side_encryption_by_default"]);
  const key = settings?.["kms_master_key_id"];
  if (key !== undefined) return keyByReference(resolver, from, resolver.text(from, key));
  // AWS's own key, which every principal of the account may use through S3: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html
  return undefined;
}
