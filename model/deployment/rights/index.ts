import { APPLICATIONS } from "./applications";
import { DMS } from "./dms";
import { EC2 } from "./ec2";
import { GLUE } from "./glue";
import { IAM } from "./iam";
import { KMS } from "./kms";
import { LAKE_FORMATION } from "./lakeformation";
import { OPERATIONS } from "./operations";
import { QUERIES } from "./queries";
import { RDS } from "./rds";
import type { Rights } from "./right";
import { S3 } from "./s3";

/** What the provider needs for each type that a stack may hold. A type without an entry fails the synthesis. */
export const RIGHTS: Rights = {
  ...APPLICATIONS,
  ...DMS,
  ...EC2,
  ...GLUE,
  ...IAM,
  ...KMS,
  ...LAKE_FORMATION,
  ...OPERATIONS,
  ...QUERIES,
  ...RDS,
  ...S3,
};
