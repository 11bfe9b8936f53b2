import { UNIT } from "../case";
import type { Remedies, Remedy } from "./remedy";

const EXISTING = "arn:aws:iam::444455556666:role/bank/other";

const risk =
  (values: object): Remedy =>
  (parts) =>
    void Object.assign(parts.risk, values);
const team =
  (values: object): Remedy =>
  (parts) =>
    void Object.assign(parts.team, values);
const auditors =
  (...assumedBy: readonly string[]): Remedy =>
  ({ environment }) => {
    Object.assign(environment.governance.auditors ?? {}, { assumedBy });
  };

export const CONSUMER_REMEDIES: Remedies = {
  "a consumer outside the organization": [risk({ organizationId: "o-exampleorg1" })],
  "a unit of another organization": [risk({ grantTo: { organizationalUnit: UNIT } })],
  "a principal in no form": [
    risk({ grantTo: "account" }),
    risk({ grantTo: { organizationalUnit: UNIT } }),
    risk({ grantTo: { organization: "arn:aws:organizations::999999999999:organization/o-exampleorg1" } }),
  ],
  "an organization that is none": [
    risk({ grantTo: { organization: "arn:aws:organizations::999999999999:organization/o-exampleorg1" } }),
  ],
  "two owners of the grants to one unit": [
    ({ environment }) => void Object.assign(environment.consumers[1] ?? {}, { grantTo: "account" }),
  ],
  "two environments in one account, which would both own its Lake Formation settings": [
    ({ landscape }) => void Object.assign(landscape.environments[1]?.governance ?? {}, { id: "777788889999" }),
  ],
  "the role of another account": [team({ existingRole: EXISTING })],
  "a role of IAM Identity Center": [
    ({ team: analysts }) => {
      analysts.assumedBy = [analysts.existingRole ?? ""];
      delete analysts.existingRole;
    },
  ],
  "the deploy role": [team({ existingRole: EXISTING })],
  "an administrator of Lake Formation": [team({ existingRole: EXISTING })],
  "one role for two teams": [(parts) => void Object.assign(parts.risk.teams[1] ?? {}, { existingRole: EXISTING })],
  "people for a role that decides itself": [team({ assumedBy: [] })],
  "nobody in a team": [team({ assumedBy: ["arn:aws:iam::444455556666:role/analyst"] })],
  "everybody in a team": [team({ assumedBy: ["arn:aws:iam::444455556666:role/analyst"] })],
  "a team's own role among the administrators": [risk({ administrators: [] })],
  "an alarm topic of another account": [risk({ alarmTopic: "arn:aws:sns:eu-central-1:444455556666:alarms" })],
  "auditors of another account": [auditors("arn:aws:iam::111122223333:role/auditor")],
};
