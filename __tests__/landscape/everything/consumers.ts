import type { ConsumerAccount, Team } from "../../../model/landscape/types";

const team = (account: string, name: string, shares: Team["shares"]): Team => ({
  name,
  assumedBy: [`arn:aws:iam::${account}:role/${name}-login`],
  resultRetentionDays: 30,
  scanLimitGb: 100,
  shares,
});

const agreed = { purpose: "Figures of the branches", owner: "steward@examplebank.example" };

/** Granted to the account; every form of a share. */
export const insight: ConsumerAccount = {
  name: "insight",
  id: "710000000004",
  deployRole: "pipeline",
  administrators: [
    "insight-admin",
    "arn:aws:iam::710000000004:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_LakeAdmin_0123456789abcdef",
  ],
  readOnlyAdministrators: ["lake-audit"],
  grantTo: "account",
  alarmTopic: "arn:aws:sns:eu-west-1:710000000004:alarms",
  teams: [
    {
      ...team("710000000004", "auditors-of-sales", [
        {
          domain: "sales",
          tables: ["old_flag"],
          upTo: "restricted",
          layer: "curated",
          covers: { old_flag: [] },
          until: "2036-12-31",
          ...agreed,
        },
      ]),
      dailyScanAlarmGb: 500,
      costCentre: "audit",
      formerly: "sales-auditors",
    },
    team("710000000004", "branch-north", [
      {
        domain: "sales",
        tables: ["contract"],
        upTo: "confidential",
        rows: { column: "branch", values: [10, 11, 12] },
        ...agreed,
      },
      {
        domain: "limits",
        tables: ["flag"],
        upTo: "internal",
        rows: { expression: "level = 'low' AND flag_id < 1000" },
        ...agreed,
      },
    ]),
    team("710000000004", "engineers", [
      { domain: "types", upTo: "restricted", layer: "raw", covers: { value: [] }, until: "2036-12-31", ...agreed },
    ]),
  ],
};

/** Granted to an organizational unit, to a team that has a role. */
export const planning: ConsumerAccount = {
  name: "planning",
  id: "710000000005",
  organizationId: "o-everything1",
  administrators: [],
  grantTo: { organizationalUnit: "arn:aws:organizations::719999999999:ou/o-everything1/ou-abcd-12345678" },
  teams: [
    {
      ...team("710000000005", "planners", [
        { domain: "calendar", upTo: "public", ...agreed },
        { domain: "limits", upTo: "internal", onlyIn: ["prod"], ...agreed },
      ]),
      assumedBy: [],
      existingRole: "arn:aws:iam::710000000005:role/planners",
    },
  ],
};

/** Granted to the organization. */
export const trading: ConsumerAccount = {
  name: "trading",
  id: "710000000006",
  administrators: [],
  grantTo: { organization: "arn:aws:organizations::719999999999:organization/o-everything1" },
  teams: [team("710000000006", "traders", [{ domain: "market", upTo: "public", ...agreed }])],
};
