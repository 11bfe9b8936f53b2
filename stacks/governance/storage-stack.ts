import type { Construct } from "constructs";
import { alarmTopicArn, bucketArn } from "../../model/arns";
import { removalMessage, removalPattern } from "../../model/lake/events";
import type { Environment, ProducerAccount, Source } from "../../model/landscape/types";
import { locationRoleName, removalName, zoneBucketName } from "../../model/names";
import { KEY_USE } from "../../model/policy/key-policy";
import { writerBucketStatements, writerKeyStatements } from "../../model/policy/lake-writer";
import { serviceTrust } from "../../model/policy/trust";
import { rawPrefix } from "../../model/replication/layout";
import { ServiceRole } from "../../modules/role/service-role";
import { LakeReplication } from "../../modules/storage/lake-replication";
import { LakeZone } from "../../modules/storage/lake-zone";
import { EventAlarm } from "../../modules/watching/event-alarm";
import { LandingStack } from "../landing-stack";

/**
 * One source's files: raw and curated bucket, their keys, their registration with Lake Formation, who hears of what happens
 * to them, and their copies.
 */
export class StorageStack extends LandingStack {
  constructor(scope: Construct, environment: Environment, producer: ProducerAccount, source: Source) {
    super(scope, { environment, account: environment.governance, concern: "storage", subject: source.name });
    const writer = { environment, producer, source };
    const raw = new LakeZone(this, "raw", {
      environment,
      source,
      zone: "raw",
      bucketStatements: writerBucketStatements(writer),
      keyStatements: writerKeyStatements(writer),
      crawledFolder: rawPrefix(producer, source),
    });
    const curated = new LakeZone(this, "curated", { environment, source, zone: "curated" });
    const buckets = [zoneBucketName(environment, source, "raw"), zoneBucketName(environment, source, "curated")];
    const role = new ServiceRole(this, "location-role", {
      name: locationRoleName(environment, source),
      description: `Lake Formation hands out access to ${source.name} by this role`,
      trust: serviceTrust("lakeformation.amazonaws.com", environment.governance, {}, ["sts:SetContext"]),
      statements: [
        {
          Sid: "Objects",
          Effect: "Allow",
          Action: "s3:GetObject",
          Resource: buckets.map((bucket) => `${bucketArn(bucket)}/*`),
        },
        {
          Sid: "CuratedObjects",
          Effect: "Allow",
          Action: ["s3:DeleteObject", "s3:PutObject"],
          Resource: `${bucketArn(zoneBucketName(environment, source, "curated"))}/*`,
        },
        {
          Sid: "Buckets",
          Effect: "Allow",
          Action: ["s3:GetBucketLocation", "s3:ListBucket"],
          Resource: buckets.map(bucketArn),
        },
        { Sid: "RawKey", Effect: "Allow", Action: ["kms:Decrypt", "kms:DescribeKey"], Resource: raw.keyArn },
        { Sid: "CuratedKey", Effect: "Allow", Action: [...KEY_USE], Resource: curated.keyArn },
      ],
    });
    raw.register(role.arn);
    curated.register(role.arn);
    new EventAlarm(this, "removals", {
      name: removalName(environment, source),
      description: `Somebody removed or hid files that DMS wrote for ${source.name}: docs/lake.md says what to do`,
      pattern: removalPattern(raw.bucketName),
      message: removalMessage,
      topicArn: alarmTopicArn(environment, environment.governance),
    });
    const { replica } = environment.governance.storage ?? {};
    if (replica !== undefined) {
      const provider = this.providerIn(replica.region);
      new LakeReplication(this, "replica", { environment, source, replica, provider, zones: { raw, curated } });
    }
  }
}
