import * as v from "valibot";
import { source } from "./source";
import { strict } from "./strict";
import { team } from "./team";
import { accountId, list, oneNumberOf, roleName, word } from "./values";

const account = { name: word("lending"), id: accountId, deployRole: v.exactOptional(roleName) };

const administrators = list("write a list of names of IAM roles; `[]` when only the deploy role administers", roleName);

/**
 * Periods that CloudWatch Logs knows, from a month on.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
const LOG_RETENTION_DAYS = [30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

/** The governance account. */
export const governance = strict("write the governance account: `{ name, id, administrators, logRetentionDays }`", {
  ...account,
  administrators,
  logRetentionDays: oneNumberOf(LOG_RETENTION_DAYS, "days that logs and audit trails are kept"),
});

const network = strict("write a network: `{ cidr, zones }`", {
  cidr: v.string("write an IPv4 block, for example `10.20.0.0/16`"),
  zones: list("write two or three availability zones", v.string("write an availability zone")),
});

/** A producer account. */
export const producer = strict("write a producer account: `{ name, id, network, sources }`", {
  ...account,
  network,
  sources: list("write the list of databases of the account; `[]` for none", source),
});

/** A consumer account. */
export const consumer = strict("write a consumer account: `{ name, id, administrators, teams }`", {
  ...account,
  administrators,
  teams: list("write the list of teams of the account; `[]` for none", team),
});
