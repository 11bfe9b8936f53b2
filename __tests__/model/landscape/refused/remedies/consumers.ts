import { UNIT } from "../case";
import type { Remedies, Remedy } from "./remedy";

const SSO = "arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_";
const EXISTING = "arn:aws:iam::444455556666:role/bank/other";

const risk =
  (values: object): Remedy =>
  (parts) =>
    void Object.assign(parts.risk, values);
const team =
  (values: object): Remedy =>
  (parts) =>
    void Object.assign(parts.team, values);
const forgotten =
  (index: number): Remedy =>
  (parts) =>
    void Reflect.deleteProperty(parts.risk.teams[index] ?? {}, "formerly");
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
  "an administrator of IAM Identity Center by name": [risk({ administrators: [`${SSO}Steward_0123456789abcdef`] })],
  "a person of IAM Identity Center without the path": [team({ assumedBy: [`${SSO}Analyst_0123456789abcdef`] })],
  "more people than a trust policy holds": [
    ({ team: analysts }) => void analysts.assumedBy.splice(16),
    team({ assumedBy: ["arn:aws:iam::444455556666:saml-provider/people"] }),
    ({ risk: account, team: analysts }) => {
      const others = analysts.assumedBy.splice(16, 16);
      analysts.assumedBy.splice(16);
      account.teams.push({ ...analysts, name: "more-analysts", assumedBy: others });
    },
  ],
  "an alarm address twice": [({ environment }) => void environment.governance.alarmSubscribers.pop()],
  "a tag that IAM takes for another": [({ environment }) => void Reflect.deleteProperty(environment.tags, "owner")],
  "a tag that the platform writes": [
    ({ environment }) => void Object.assign(environment, { tags: { stage: "production" } }),
  ],
  "more tags than a resource can have": [({ environment }) => void Reflect.deleteProperty(environment.tags, "tag-44")],
  "the deploy role": [team({ existingRole: EXISTING })],
  "an administrator of Lake Formation": [team({ existingRole: EXISTING })],
  "one role for two teams": [(parts) => void Object.assign(parts.risk.teams[1] ?? {}, { existingRole: EXISTING })],
  "a team's own name as the one of before": [forgotten(0)],
  "the name of another team as the one of before": [forgotten(1), team({ name: "modellers" })],
  "one name of before for two teams": [forgotten(1)],
  "people for a role that decides itself": [team({ assumedBy: [] })],
  "nobody in a team": [team({ assumedBy: ["arn:aws:iam::444455556666:role/analyst"] })],
  "everybody in a team": [team({ assumedBy: ["arn:aws:iam::444455556666:role/analyst"] })],
  "a team's own role among the administrators": [risk({ administrators: [] })],
  "an alarm topic of another account": [risk({ alarmTopic: "arn:aws:sns:eu-central-1:444455556666:alarms" })],
  "auditors of another account": [auditors("arn:aws:iam::111122223333:role/auditor")],
};
