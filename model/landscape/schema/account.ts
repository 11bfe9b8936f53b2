import * as v from "valibot";
import { isObject } from "../keys";
import type { GrantTo } from "../types";
import { either } from "./either";
import { source } from "./source";
import { storage } from "./storage";
import { strict } from "./strict";
import { assumedBy, resultRetentionDays, scanLimitGb, team } from "./team";
import {
  accountId,
  emailAddress,
  list,
  nameOrArn,
  oneNumberOf,
  organizationId,
  roleName,
  text,
  whole,
  withPath,
  word,
} from "./values";

const account = { name: word("lending"), id: accountId, deployRole: v.exactOptional(withPath(roleName)) };

const administrators = list(
  "write a list of IAM roles, by name or ARN; `[]` when only the deploy role administers",
  nameOrArn,
);

const readOnlyAdministrators = v.exactOptional(
  list("write a list of IAM roles, by name or ARN, that see all of Lake Formation and change nothing", nameOrArn),
);

const alarmSubscribers = list(
  "write the list of e-mail addresses that hear of alarms; `[]` for none",
  emailAddress("somebody who hears of alarms"),
);

/**
 * Periods that CloudWatch Logs knows, from a month on.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
const LOG_RETENTION_DAYS = [30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

const auditors = strict("write the auditors: `{ assumedBy, resultRetentionDays, scanLimitGb }`", {
  assumedBy,
  resultRetentionDays,
  scanLimitGb,
});

/** The governance account. */
export const governance = strict(
  "write the governance account: `{ name, id, administrators, alarmSubscribers, logRetentionDays }`",
  {
    ...account,
    administrators,
    readOnlyAdministrators,
    alarmSubscribers,
    logRetentionDays: oneNumberOf(LOG_RETENTION_DAYS, "days that logs and audit trails are kept"),
    athenaQueries: v.exactOptional(whole(1, 100_000, "the account's quota of active DML queries of Athena")),
    auditors: v.exactOptional(auditors),
    storage: v.exactOptional(storage),
  },
);

const newNetwork = strict("write a network: `{ cidr, zones }`", {
  cidr: v.string("write an IPv4 block, for example `10.20.0.0/16`"),
  zones: list("write two or three availability zones", v.string("write an availability zone")),
});

const zone = v.string("write an availability zone");

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html */
const existingNetwork = strict("write the existing network: `{ vpcId, subnets: [{ id, zone }] }`", {
  vpcId: text(/^vpc-[0-9a-f]{8,17}$/, "write the id of the VPC, for example `vpc-0a1b2c3d4e5f60718`"),
  subnets: list(
    "write two or three subnets, each in a zone of its own: `{ id, zone }`",
    strict("write a subnet: `{ id, zone }`", {
      id: text(/^subnet-[0-9a-f]{8,17}$/, "write the id of the subnet, for example `subnet-0a1b2c3d4e5f60718`"),
      zone,
    }),
  ),
});

const network = either("write a network: `{ cidr, zones }`", "vpcId", existingNetwork, newNetwork);

/** A producer account. */
export const producer = strict("write a producer account: `{ name, id, network, alarmSubscribers, sources }`", {
  ...account,
  network,
  alarmSubscribers,
  sources: list("write the list of databases of the account; `[]` for none", source),
});

const UNIT = "write the ARN of an organizational unit, `arn:aws:organizations::<account>:ou/<organization>/<unit>`";
const ORGANIZATION = "write the ARN of an organization, `arn:aws:organizations::<account>:organization/<organization>`";
const GRANT_TO = 'write `"account"`, `{ organizationalUnit }` or `{ organization }`';

const unit = strict(GRANT_TO, {
  organizationalUnit: text(/^arn:aws:organizations::\d{12}:ou\/o-[a-z0-9]{10,32}\/ou-[a-z0-9]+-[a-z0-9]+$/, UNIT),
});
const organization = strict(GRANT_TO, {
  organization: text(/^arn:aws:organizations::\d{12}:organization\/o-[a-z0-9]{10,32}$/, ORGANIZATION),
});

/** Whom governance grants to. The form that is meant decides which problems are reported. */
const grantTo: v.GenericSchema<unknown, GrantTo> = v.lazy((input) => {
  if (!isObject(input)) return v.literal("account", GRANT_TO);
  return "organization" in input ? organization : unit;
});

/** A consumer account. */
export const consumer = strict("write a consumer account: `{ name, id, administrators, teams }`", {
  ...account,
  administrators,
  readOnlyAdministrators,
  grantTo: v.exactOptional(grantTo),
  organizationId: v.exactOptional(organizationId),
  alarmTopic: v.exactOptional(
    text(
      /^arn:aws:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}$/,
      "write the ARN of an SNS topic, for example `arn:aws:sns:eu-central-1:444455556666:alarms`",
    ),
  ),
  teams: list("write the list of teams of the account; `[]` for none", team),
});
