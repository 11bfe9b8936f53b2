import { OTHER_ORGANIZATION, type Refusal, RISK, secondConsumer, UNIT } from "./case";

const consumer = (title: string, change: Refusal["change"], path: string, found: string, remedy: string): Refusal => ({
  title,
  change,
  file: RISK,
  path,
  found,
  remedy,
});
const PATH =
  "write the role's whole ARN, as `aws iam list-roles` shows it: a role that AWS makes has a path, for example `arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Analyst_0123456789abcdef`";
const SSO = "arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_";
const OWN_ROLE = "arn:aws:iam::444455556666:role/bank/analyst";

const existing = (title: string, role: string, remedy: string, change: Refusal["change"] = () => undefined): Refusal =>
  consumer(
    title,
    (parts) => {
      parts.team.existingRole = role;
      parts.team.assumedBy = [];
      change(parts);
    },
    "teams[risk-analysts].existingRole",
    JSON.stringify(role).length > 60 ? `${JSON.stringify(role).slice(0, 59)}…` : JSON.stringify(role),
    remedy,
  );

/** Consumers that cannot be granted to, and roles that no grant would limit. */
export const REFUSED_CONSUMERS: readonly Refusal[] = [
  consumer(
    "a consumer outside the organization",
    ({ risk }) => {
      risk.organizationId = OTHER_ORGANIZATION;
    },
    "organizationId",
    '"o-otherbank123"',
    "write `o-exampleorg1` after the account has joined the organization; outside it sharing is not supported, and by hand it takes: grant, accept both RAM invitations in the account, create the links, repeat for each new database (docs/share-data.md)",
  ),
  consumer(
    "a unit of another organization",
    ({ risk }) => {
      risk.grantTo = { organizationalUnit: UNIT.replace("o-exampleorg1", OTHER_ORGANIZATION) };
    },
    "grantTo.organizationalUnit",
    '"arn:aws:organizations::999999999999:ou/o-otherbank123/ou-a…',
    "write an ARN of the environment's organization o-exampleorg1",
  ),
  consumer(
    "a principal in no form",
    ({ risk }) => {
      Reflect.set(risk, "grantTo", "everybody");
    },
    "grantTo",
    '"everybody"',
    'write `"account"`, `{ organizationalUnit }` or `{ organization }`',
  ),
  consumer(
    "an organization that is none",
    ({ risk }) => {
      risk.grantTo = { organization: "o-exampleorg1" };
    },
    "grantTo.organization",
    '"o-exampleorg1"',
    "write the ARN of an organization, `arn:aws:organizations::<account>:organization/<organization>`",
  ),
  {
    title: "two owners of the grants to one unit",
    change: (parts) => {
      parts.risk.grantTo = { organizationalUnit: UNIT };
      secondConsumer(parts, () => undefined);
    },
    file: "accounts/prod/treasury.ts",
    path: "grantTo.organizationalUnit",
    found: '"arn:aws:organizations::999999999999:ou/o-exampleorg1/ou-ab…',
    remedy:
      'write `grantTo: "account"`: accounts/prod/risk.ts grants to this principal already, and only one of the two can own the grant',
  },
  {
    title: "two environments in one account, which would both own its Lake Formation settings",
    change: ({ landscape, environment }) => {
      const governance = { ...environment.governance };
      landscape.environments.push({ ...environment, name: "test", governance, producers: [], consumers: [] });
    },
    file: "accounts/test/governance.ts",
    path: "id",
    found: '"111122223333"',
    remedy: "write the id of another account: accounts/prod/governance.ts has this one already",
  },
  existing(
    "the role of another account",
    "arn:aws:iam::222233334444:role/analyst",
    "write a role of account 444455556666",
  ),
  existing(
    "a role of IAM Identity Center",
    "arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Analyst_0123456789abcdef",
    "write it in `assumedBy` instead: IAM Identity Center owns the role and lets nobody add a policy",
  ),
  consumer(
    "an administrator of IAM Identity Center by name",
    ({ risk }) => {
      risk.administrators = ["AWSReservedSSO_Steward_0123456789abcdef"];
    },
    "administrators[AWSReservedSSO_Steward_0123456789abcdef]",
    '"AWSReservedSSO_Steward_0123456789abcdef"',
    PATH,
  ),
  consumer(
    "a person of IAM Identity Center without the path",
    ({ team }) => {
      team.assumedBy = ["arn:aws:iam::444455556666:role/AWSReservedSSO_Analyst_0123456789abcdef"];
    },
    "teams[risk-analysts].assumedBy[arn:aws:iam::444455556666:role/AWSReservedSSO_Analyst_0123456789abcdef]",
    '"arn:aws:iam::444455556666:role/AWSReservedSSO_Analyst_0123…',
    PATH,
  ),
  consumer(
    "more people than a trust policy holds",
    ({ team }) => {
      team.assumedBy = Array.from({ length: 40 }, (_, index) => `${SSO}Role${10 + index}_0123456789abcdef`);
    },
    "teams[risk-analysts].assumedBy",
    '["arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws…',
    "write at most 16 of these 40 principals, a SAML provider in their place, or a second team for the rest: a trust policy has at most 2048 characters, and this one 4779",
  ),
  {
    title: "an alarm address twice",
    change: ({ environment }) => {
      environment.governance.alarmSubscribers = ["ops@bank.example", "Ops@bank.example"];
    },
    file: "accounts/prod/governance.ts",
    path: "alarmSubscribers[Ops@bank.example]",
    found: '"ops@bank.example"',
    remedy: "remove it: the list has this address already",
  },
  {
    title: "a tag that IAM takes for another",
    change: ({ environment }) => {
      environment.tags = { Owner: "data", owner: "data" };
    },
    file: "accounts/prod/index.ts",
    path: "tags.owner",
    found: '"owner"',
    remedy: "remove it: another tag has this key but for case, and IAM takes one of them",
  },
  {
    title: "a tag that the platform writes",
    change: ({ environment }) => {
      environment.tags = { Environment: "production" };
    },
    file: "accounts/prod/index.ts",
    path: "tags.Environment",
    found: '"Environment"',
    remedy: "write another key: the platform tags resources with `environment` itself",
  },
  {
    title: "more tags than a resource can have",
    change: ({ environment }) => {
      environment.tags = Object.fromEntries(Array.from({ length: 45 }, (_, index) => [`tag-${index}`, "x"]));
    },
    file: "accounts/prod/index.ts",
    path: "tags",
    found: '"45 tags"',
    remedy: "write at most 44 tags: AWS takes 50, of which the platform writes 6",
  },
  existing(
    "the deploy role",
    "arn:aws:iam::444455556666:role/lake-deploy",
    "write another role: this one administers Lake Formation, so no grant would limit it",
  ),
  existing(
    "an administrator of Lake Formation",
    OWN_ROLE,
    "write another role: this one administers Lake Formation, so no grant would limit it",
    ({ risk }) => {
      risk.administrators = ["analyst"];
    },
  ),
  consumer(
    "one role for two teams",
    ({ risk, team }) => {
      team.existingRole = OWN_ROLE;
      team.assumedBy = [];
      risk.teams.push({ ...team, name: "trainees" });
    },
    "teams[trainees].existingRole",
    JSON.stringify(OWN_ROLE),
    "write another role: an earlier team of the account has this one",
  ),
  consumer(
    "a team's own name as the one of before",
    ({ team }) => {
      team.formerly = "risk-analysts";
    },
    "teams[risk-analysts].formerly",
    '"risk-analysts"',
    "remove it: the team has this name now",
  ),
  consumer(
    "the name of another team as the one of before",
    ({ risk, team }) => {
      risk.teams.push({ ...team, name: "scorers", formerly: "risk-analysts" });
    },
    "teams[scorers].formerly",
    '"risk-analysts"',
    "remove it, or give the team that has this name now another one: results and queries of one name belong to one team",
  ),
  consumer(
    "one name of before for two teams",
    ({ risk, team }) => {
      team.formerly = "modellers";
      risk.teams.push({ ...team, name: "scorers" });
    },
    "teams[scorers].formerly",
    '"modellers"',
    "remove it: an earlier team of the account had this name",
  ),
  consumer(
    "people for a role that decides itself",
    ({ team }) => {
      team.existingRole = OWN_ROLE;
    },
    "teams[risk-analysts].assumedBy",
    '["arn:aws:iam::444455556666:role/analyst"]',
    "write `[]`: the trust policy of the existing role decides who may assume it",
  ),
  consumer(
    "nobody in a team",
    ({ team }) => {
      team.assumedBy = [];
    },
    "teams[risk-analysts].assumedBy",
    "[]",
    'write at least one principal, for example `["arn:aws:iam::444455556666:role/analyst"]`',
  ),
  consumer(
    "everybody in a team",
    ({ team }) => {
      team.assumedBy = ["*"];
    },
    "teams[risk-analysts].assumedBy[0]",
    '"*"',
    "write the ARN of one role or user, for example `arn:aws:iam::444455556666:role/analyst`",
  ),
  consumer(
    "a team's own role among the administrators",
    ({ risk }) => {
      risk.administrators = ["prod-risk-risk-analysts"];
    },
    "administrators[prod-risk-risk-analysts]",
    '"prod-risk-risk-analysts"',
    "remove it: a team's role that administers could grant itself everything",
  ),
  consumer(
    "an alarm topic of another account",
    ({ risk }) => {
      risk.alarmTopic = "arn:aws:sns:eu-central-1:222233334444:alarms";
    },
    "alarmTopic",
    '"arn:aws:sns:eu-central-1:222233334444:alarms"',
    "write a topic of the account and its Region: `arn:aws:sns:eu-central-1:444455556666:<name>`",
  ),
  {
    title: "auditors of another account",
    change: ({ environment }) => {
      environment.governance.auditors = {
        assumedBy: ["arn:aws:iam::444455556666:role/auditor"],
        resultRetentionDays: 30,
        scanLimitGb: 10,
      };
    },
    file: "accounts/prod/governance.ts",
    path: "auditors.assumedBy[arn:aws:iam::444455556666:role/auditor]",
    found: '"arn:aws:iam::444455556666:role/auditor"',
    remedy: "write a principal of account 111122223333, for example `arn:aws:iam::111122223333:role/auditor`",
  },
];
