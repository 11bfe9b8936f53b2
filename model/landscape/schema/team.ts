import { LAKE_CLASSIFICATIONS } from "../../contract/classification";
import { domain } from "./source";
import { strict } from "./strict";
import { list, oneOf, sentence, text, whole } from "./values";

const share = strict("write a share: `{ domain, upTo, purpose, owner }`", {
  domain,
  upTo: oneOf(LAKE_CLASSIFICATIONS),
  purpose: sentence("write why the team needs the data"),
  owner: text(/^[^\s@]+@[^\s@]+$/, "write the e-mail address of who answers for the share"),
});

/**
 * A team. Athena's least scan limit is 10 MB, so one GiB is always possible:
 * https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroupConfiguration.html
 */
export const team = strict("write a team: `{ name, assumedBy, resultRetentionDays, scanLimitGb, shares }`", {
  name: text(
    /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
    "write lower-case words joined by hyphens, for example `risk-analysts`",
  ),
  assumedBy: list(
    "write the list of ARNs of roles that may assume the team's role",
    text(
      /^arn:aws:iam::\d{12}:(?:role|user)\/[\w+=,.@/-]+$/,
      "write the ARN of one role or user, for example `arn:aws:iam::444455556666:role/analyst`",
    ),
  ),
  resultRetentionDays: whole(1, 365, "days that query results are kept"),
  scanLimitGb: whole(1, 1_000_000, "GiB that one query may scan"),
  shares: list("write the list of shares of the team; `[]` for none", share),
});
