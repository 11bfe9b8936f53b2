import type { LakeStorage } from "../../../model/landscape/types";
import { GOVERNANCE } from "../../support/bank";
import { bucketOf, encryptedBy, lifecycleRule, PRIVATE, privacyOf } from "../../support/buckets";
import { stackChanges } from "../../support/compare";
import { otherKeys, otherOrganizations, policy, serviceTrust, transport } from "../../support/expected-policies";
import { at, block, list, parsed } from "../../support/json";
import { prod, withProd } from "../../support/landscapes";
import { roleOf, statement } from "../../support/policies";
import { synthesized } from "../../support/synthesized";

const withStorage = (storage: LakeStorage) => synthesized(withProd({ governance: { ...prod.governance, storage } }));
const before = synthesized();
const STORAGE = ["prod-governance-storage-deposits", "prod-governance-storage-loans"];
const id = "prod-governance-storage-loans";
const bucketName = (zone: string): string => `examplebank-prod-loans-${zone}-${GOVERNANCE}`;

const arns = (zones: readonly string[], end: string) => zones.map((zone) => `arn:aws:s3:::${bucketName(zone)}${end}`);

describe("ages of files", () => {
  const after = withStorage({ raw: { noncurrentDays: 90 }, curated: { moves: [] } });

  it("change where they are set and stay as they were elsewhere", () => {
    expect(stackChanges(before, after)).toEqual({ added: [], removed: [], changed: STORAGE });
    const raw = bucketOf(after, id, bucketName("raw")).lifecycleRule;
    expect(raw).toEqual(
      lifecycleRule(90, undefined, [
        [60, "STANDARD_IA"],
        [365, "GLACIER_IR"],
      ]),
    );
    expect(bucketOf(after, id, bucketName("curated")).lifecycleRule).toEqual(lifecycleRule(30));
  });
});

describe("the lock of the audit trail", () => {
  it("has the declared mode and days", () => {
    const after = withStorage({ logLock: { mode: "COMPLIANCE", days: 365 } });
    expect(stackChanges(before, after)).toEqual({ added: [], removed: [], changed: ["prod-governance-trail"] });
    const trail = bucketOf(after, "prod-governance-trail", `examplebank-prod-trail-${GOVERNANCE}`);
    expect(trail.part("aws_s3_bucket_object_lock_configuration")["rule"]).toEqual({
      default_retention: { mode: "COMPLIANCE", days: 365 },
    });
  });
});

describe("copies in a second Region", () => {
  const after = withStorage({ replica: { region: "eu-west-1", removals: "ignored" } });
  const role = roleOf(after, id, "prod-loans-lake-replica");

  it("are made by the storage stacks, and recorded by the trail", () => {
    expect(stackChanges(before, after)).toEqual({
      added: [],
      removed: [],
      changed: ["prod-governance-bootstrap", ...STORAGE, "prod-governance-trail"],
    });
    const selectors = JSON.stringify(after.only("prod-governance-trail", "aws_cloudtrail")["advanced_event_selector"]);
    for (const zone of ["raw-dr", "curated-dr"]) expect(selectors).toContain(`arn:aws:s3:::${bucketName(zone)}/`);
  });

  const keys = (zones: readonly string[]) =>
    zones.map((description) => `\${aws_kms_key.${after.find(id, "aws_kms_key", { description })[0]}.arn}`);

  it("reach the same account in the other Region, and no other", () => {
    const [own, other] = list(at(after.stack(id), "provider", "aws")).map(block);
    expect(other).toEqual({ ...own, alias: "elsewhere", region: "eu-west-1" });
    expect(own).toMatchObject({ region: "eu-central-1", allowed_account_ids: [GOVERNANCE] });
  });

  it.each(["raw", "curated"])("of zone %s lie in a private bucket under a key of that Region", (zone) => {
    const copy = bucketName(`${zone}-dr`);
    const [name, key] = after.find(id, "aws_kms_key", { description: `Copy of zone ${zone} of loans` });
    const arn = `\${aws_kms_key.${name}.arn}`;
    expect(key).toMatchObject({ provider: "aws.elsewhere", enable_key_rotation: true });
    expect(statement(key["policy"], "UseThroughServices")).toMatchObject({
      Condition: { StringEquals: { "kms:ViaService": ["s3.eu-west-1.amazonaws.com"] } },
    });
    const { events: _, ...privacy } = privacyOf(after, id, copy);
    const elsewhere = { provider: "aws.elsewhere" };
    expect(privacy).toEqual({
      publicAccess: { ...PRIVATE.publicAccess, ...elsewhere },
      ownership: { ...PRIVATE.ownership, ...elsewhere },
      versioning: { ...PRIVATE.versioning, ...elsewhere },
      policyWaits: true,
    });
    const bucket = bucketOf(after, id, copy);
    expect(bucket.bucket).toMatchObject({ ...elsewhere, lifecycle: { prevent_destroy: true } });
    expect(bucket.encryption).toEqual(encryptedBy(arn));
    expect(parsed(bucket.policy)).toEqual(
      policy(...transport(copy), ...otherKeys(copy, arn), otherOrganizations(copy)),
    );
  });

  it.each(["raw", "curated"])("of zone %s are encrypted, and keep what is removed from the lake", (zone) => {
    const source = bucketOf(after, id, bucketName(zone)).ref;
    const [, rules] = after.find(id, "aws_s3_bucket_replication_configuration", { bucket: source });
    const [copyKey] = after.find(id, "aws_kms_key", { description: `Copy of zone ${zone} of loans` });
    expect(rules["role"]).toBe(role.arn);
    expect(rules["rule"]).toEqual([
      {
        id: "second-region",
        status: "Enabled",
        priority: 0,
        filter: { prefix: "" },
        delete_marker_replication: { status: "Disabled" },
        source_selection_criteria: { sse_kms_encrypted_objects: { status: "Enabled" } },
        destination: {
          bucket: `arn:aws:s3:::${bucketName(`${zone}-dr`)}`,
          encryption_configuration: { replica_kms_key_id: `\${aws_kms_key.${copyKey}.arn}` },
        },
      },
    ]);
    expect(list(rules["depends_on"])).toContain(`aws_iam_role_policy.${role.policyName}`);
  });

  it("are made by a role that reads here and adds there", () => {
    expect(parsed(role.body["assume_role_policy"])).toEqual(serviceTrust("s3.amazonaws.com", GOVERNANCE));
    const allow = { Effect: "Allow" };
    expect(parsed(role.policy["policy"])).toEqual(
      policy(
        {
          ...allow,
          Sid: "Buckets",
          Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"],
          Resource: arns(["raw", "curated"], ""),
        },
        {
          ...allow,
          Sid: "Versions",
          Action: ["s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"],
          Resource: arns(["raw", "curated"], "/*"),
        },
        {
          ...allow,
          Sid: "Copies",
          Action: ["s3:ReplicateObject", "s3:ReplicateTags"],
          Resource: arns(["raw-dr", "curated-dr"], "/*"),
        },
        {
          ...allow,
          Sid: "Decrypt",
          Action: "kms:Decrypt",
          Resource: keys(["Zone raw of loans", "Zone curated of loans"]),
          Condition: { StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } },
        },
        {
          ...allow,
          Sid: "Encrypt",
          Action: ["kms:Encrypt", "kms:GenerateDataKey*"],
          Resource: keys(["Copy of zone raw of loans", "Copy of zone curated of loans"]),
          Condition: { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } },
        },
      ),
    );
  });

  it("follow removals if they are told to", () => {
    const following = withStorage({ replica: { region: "eu-west-1", removals: "repeated" } });
    const rules = Object.values(following.resources(id, "aws_s3_bucket_replication_configuration"));
    expect(rules.map((each) => at(list(each["rule"])[0], "delete_marker_replication", "status"))).toEqual([
      "Enabled",
      "Enabled",
    ]);
    const { policy: written } = roleOf(following, id, "prod-loans-lake-replica");
    expect(statement(written["policy"], "Copies")["Action"]).toContain("s3:ReplicateDelete");
  });
});
