import { accountIds } from "../../../../model/landscape/checks/account-ids";
import { accountNames } from "../../../../model/landscape/checks/account-names";
import { administrators } from "../../../../model/landscape/checks/administrators";
import { breakGlassRoles } from "../../../../model/landscape/checks/break-glass-roles";
import { environmentNames } from "../../../../model/landscape/checks/environment-names";
import { rowsOf } from "./cases";

const LENDING = "accounts/prod/lending.ts";

describe("environment names", () => {
  it.each(
    rowsOf(environmentNames, [
      {
        title: "refuses a name twice",
        change: ({ landscape, environment }) => landscape.environments.push(environment),
        problems: [
          ["accounts/prod/index.ts", "name", '"prod"', "write another name: an earlier environment has this one"],
        ],
      },
      {
        title: "refuses the name of the file that lists environments",
        change: ({ environment }) => {
          environment.name = "index";
        },
        problems: [
          [
            "accounts/index/index.ts",
            "name",
            '"index"',
            "write another name: `accounts/index` holds for all environments",
          ],
        ],
      },
      {
        title: "accepts two names",
        change: ({ landscape, environment }) => landscape.environments.push({ ...environment, name: "test" }),
        problems: [],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

describe("account names", () => {
  it.each(
    rowsOf(accountNames, [
      {
        title: "refuses a name twice, whatever the kind of account",
        change: ({ risk }) => {
          risk.name = "lending";
        },
        problems: [
          [LENDING, "name", '"lending"', "write another name: an earlier account of the environment has this one"],
        ],
      },
      {
        title: "refuses a name that the folder needs",
        change: ({ lending }) => {
          lending.name = "tables";
        },
        problems: [
          [
            "accounts/prod/tables.ts",
            "name",
            '"tables"',
            "write another name: the environment's folder has a `tables` of its own",
          ],
        ],
      },
      {
        title: "accepts the same name in two environments",
        change: ({ landscape, environment }) => landscape.environments.push({ ...environment, name: "test" }),
        problems: [],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

describe("account ids", () => {
  it.each(
    rowsOf(accountIds, [
      {
        title: "refuses an id twice",
        change: ({ lending }) => {
          lending.id = "111122223333";
        },
        problems: [
          [
            LENDING,
            "id",
            '"111122223333"',
            "write the id of another account: accounts/prod/governance.ts has this one already",
          ],
        ],
      },
      {
        title: "refuses an account of another environment",
        change: ({ landscape, environment, risk }) => {
          const governance = { ...environment.governance, id: "999999999999" };
          landscape.environments.push({ ...environment, name: "test", governance, producers: [], consumers: [risk] });
        },
        problems: [
          [
            "accounts/test/risk.ts",
            "id",
            '"444455556666"',
            "write the id of another account: accounts/prod/risk.ts has this one already",
          ],
        ],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

const emergency = (id: string): string => `arn:aws:iam::${id}:role/security/emergency`;

describe("roles for emergencies", () => {
  const PIPELINE = "arn:aws:iam::999900001111:role/pipeline";
  const all = ["111122223333", "222233334444", "333344445555", "444455556666"].map(emergency);

  it.each(
    rowsOf(breakGlassRoles, [
      {
        title: "may have one name in every account",
        change: ({ environment }) => {
          environment.deployment = { pipelineRole: PIPELINE, breakGlassRole: "emergency" };
        },
        problems: [],
      },
      {
        title: "may have an ARN in each account",
        change: ({ environment }) => {
          environment.deployment = { pipelineRole: PIPELINE, breakGlassRole: all };
        },
        problems: [],
      },
      {
        title: "are missing where an ARN is written for one account only",
        change: ({ environment }) => {
          environment.deployment = { pipelineRole: PIPELINE, breakGlassRole: emergency("444455556666") };
        },
        problems: [
          [
            "accounts/prod/index.ts",
            "deployment.breakGlassRole",
            '"arn:aws:iam::444455556666:role/security/emergency"',
            "write the ARN of the role in each account: governance (111122223333), lending (222233334444), core (333344445555) would have none",
          ],
        ],
      },
      {
        title: "are neither of another account nor two of one",
        change: ({ environment }) => {
          const more = [emergency("777777777777"), "arn:aws:iam::111122223333:role/other"];
          environment.deployment = { pipelineRole: PIPELINE, breakGlassRole: [...all, ...more] };
        },
        problems: [
          [
            "accounts/prod/index.ts",
            "deployment.breakGlassRole[arn:aws:iam::777777777777:role/security/emergency]",
            '"arn:aws:iam::777777777777:role/security/emergency"',
            "write a role of an account of the environment",
          ],
          [
            "accounts/prod/index.ts",
            "deployment.breakGlassRole[arn:aws:iam::111122223333:role/other]",
            '["arn:aws:iam::111122223333:role/security/emergency","arn:a…',
            "write one role for each account: 111122223333 has one already",
          ],
        ],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

describe("administrators", () => {
  it.each(
    rowsOf(administrators, [
      {
        title: "refuses more than 29",
        change: ({ risk }) => {
          risk.administrators = Array.from({ length: 30 }, (_, index) => `a${index}`);
        },
        problems: [
          [
            "accounts/prod/risk.ts",
            "administrators",
            '["a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","a10","a…',
            "write at most 29 roles, not 30: Lake Formation takes 30 with the deploy role",
          ],
        ],
      },
      {
        title: "accepts 29",
        change: ({ risk }) => {
          risk.administrators = Array.from({ length: 29 }, (_, index) => `a${index}`);
        },
        problems: [],
      },
      {
        title: "refuses a role twice and the deploy role",
        change: ({ environment }) => {
          environment.governance.administrators = ["steward", "steward", "lake-deploy"];
        },
        problems: [
          [
            "accounts/prod/governance.ts",
            "administrators[steward]",
            '"steward"',
            "remove it: the list has this role already",
          ],
          [
            "accounts/prod/governance.ts",
            "administrators[lake-deploy]",
            '"lake-deploy"',
            "remove it: the deploy role administers anyway",
          ],
        ],
      },
      {
        title: "refuses a role that only looks when it administers, and more than 30",
        change: ({ environment, risk }) => {
          environment.governance.administrators = ["steward"];
          environment.governance.readOnlyAdministrators = ["lake-audit", "steward"];
          risk.readOnlyAdministrators = Array.from({ length: 31 }, (_, index) => `a${index}`);
        },
        problems: [
          [
            "accounts/prod/risk.ts",
            "readOnlyAdministrators",
            '["a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","a10","a…',
            "write at most 30 roles, not 31: Lake Formation takes 30",
          ],
          [
            "accounts/prod/governance.ts",
            "readOnlyAdministrators[steward]",
            '"steward"',
            "remove it: the role administers already",
          ],
        ],
      },
      {
        title: "accepts 30 that only look",
        change: ({ risk }) => {
          risk.readOnlyAdministrators = Array.from({ length: 30 }, (_, index) => `a${index}`);
        },
        problems: [],
      },
      {
        title: "refuses the same role by name and by ARN, and a role of another account",
        change: ({ risk }) => {
          risk.administrators = [
            "steward",
            "arn:aws:iam::444455556666:role/steward",
            "arn:aws:iam::444455556666:role/lake-deploy",
            "arn:aws:iam::111122223333:role/trustee",
          ];
        },
        problems: [
          [
            "accounts/prod/risk.ts",
            "administrators[arn:aws:iam::444455556666:role/steward]",
            '"arn:aws:iam::444455556666:role/steward"',
            "remove it: the list has this role already",
          ],
          [
            "accounts/prod/risk.ts",
            "administrators[arn:aws:iam::444455556666:role/lake-deploy]",
            '"arn:aws:iam::444455556666:role/lake-deploy"',
            "remove it: the deploy role administers anyway",
          ],
          [
            "accounts/prod/risk.ts",
            "administrators[arn:aws:iam::111122223333:role/trustee]",
            '"arn:aws:iam::111122223333:role/trustee"',
            "write a role of account 444455556666",
          ],
        ],
      },
      {
        title: "takes a role of IAM Identity Center with its path",
        change: ({ risk }) => {
          risk.administrators = [
            "arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Steward_0123456789abcdef",
          ];
        },
        problems: [],
      },
      {
        title: "knows a deploy role with a name of its own",
        change: ({ risk }) => {
          risk.deployRole = "pipeline";
          risk.administrators = ["lake-deploy"];
        },
        problems: [],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});
