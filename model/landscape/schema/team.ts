import * as v from "valibot";
import { LAKE_CLASSIFICATIONS } from "../../contract/classification";
import { rowRule } from "./row-rule";
import { domain } from "./source";
import { keyed, strict } from "./strict";
import { environmentNames, identifier, list, oneOf, sentence, text, whole, withPath } from "./values";

const tableName = identifier("the name of a table of the domain");

const share = strict("write a share: `{ domain, upTo, purpose, owner }`", {
  domain,
  tables: v.exactOptional(list("write the names of tables, or leave it out for the whole domain", tableName)),
  upTo: oneOf(LAKE_CLASSIFICATIONS),
  layer: v.exactOptional(oneOf(["raw", "curated"])),
  rows: v.exactOptional(rowRule),
  covers: v.exactOptional(
    keyed(
      'write the tables with their columns above internal: `{ loan: ["amount"], district: [] }`',
      tableName,
      list("write the names of the table's columns above internal; `[]` for none", identifier("the name of a column")),
    ),
  ),
  purpose: sentence("write why the team needs the data"),
  owner: text(/^[^\s@]+@[^\s@]+$/, "write the e-mail address of who answers for the share"),
  until: v.exactOptional(text(/^\d{4}-\d{2}-\d{2}$/, "write the last day of the share, for example `2027-06-30`")),
  onlyIn: v.exactOptional(environmentNames),
});

/** Principals that may assume a role. Wildcards would let in who does not exist yet. */
export const assumedBy = list(
  "write the list of ARNs of roles that may assume the team's role",
  withPath(
    text(
      /^arn:aws:iam::\d{12}:(?:role|user|saml-provider)\/[\w+=,.@/-]+$/,
      "write the ARN of one role or user, for example `arn:aws:iam::444455556666:role/analyst`",
    ),
  ),
);

export const resultRetentionDays = whole(1, 365, "days that query results are kept");

/**
 * Athena's least scan limit is 10 MB, so one GiB is always possible:
 * https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroupConfiguration.html
 */
export const scanLimitGb = whole(1, 1_000_000, "GiB that one query may scan");

const teamName = text(
  /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  "write lower-case words joined by hyphens, for example `risk-analysts`",
);

/** A team. */
export const team = strict("write a team: `{ name, assumedBy, resultRetentionDays, scanLimitGb, shares }`", {
  name: teamName,
  formerly: v.exactOptional(teamName),
  assumedBy,
  existingRole: v.exactOptional(
    text(
      /^arn:aws:iam::\d{12}:role\/[\w+=,.@/-]+$/,
      "write the ARN of the role that the team has, for example `arn:aws:iam::444455556666:role/analyst`",
    ),
  ),
  resultRetentionDays,
  scanLimitGb,
  dailyScanAlarmGb: v.exactOptional(whole(1, 100_000_000, "GiB that the team's queries of a day may scan")),
  costCentre: v.exactOptional(
    text(
      /^[\w .:/=+@-]{1,256}$/,
      "write 1 to 256 letters, digits, spaces or `_.:/=+@-`: whom the queries are charged to",
    ),
  ),
  shares: list("write the list of shares of the team; `[]` for none", share),
});
