import { Testing } from "cdktf";
import { shareColumns } from "../../../../model/landscape/checks/share-columns";
import { shareDomains } from "../../../../model/landscape/checks/share-domains";
import { shareDuplicates } from "../../../../model/landscape/checks/share-duplicates";
import { teamMembers } from "../../../../model/landscape/checks/team-members";
import { TAKEN_BY_THE_STACK, teamNames } from "../../../../model/landscape/checks/team-names";
import { AnalyticsStack } from "../../../../stacks/consumer/analytics-stack";
import { prod } from "../../../landscape/prod";
import { changed, first } from "../sample";
import { type Case, rowsOf } from "./cases";

const RISK = "accounts/prod/risk.ts";

describe("share domains", () => {
  const domain = (name: string, question: string): Case => ({
    title: `refuses ${name}`,
    change: ({ team }) => {
      first(team.shares).domain = name;
    },
    problems: [
      [
        RISK,
        `teams[risk-analysts].shares[${name}].domain`,
        JSON.stringify(name),
        `write a domain that a source belongs to: \`deposits\`, \`loans\`${question}`,
      ],
    ],
  });
  it.each(
    rowsOf(shareDomains, [
      domain("loan", "; did you mean `loans`?"),
      domain("payments", ""),
      {
        title: "says so when there is no domain at all",
        change: ({ environment, team }) => {
          environment.producers = [];
          team.shares = team.shares.slice(0, 1);
        },
        problems: [
          [
            RISK,
            "teams[risk-analysts].shares[loans].domain",
            '"loans"',
            "remove the share: no source belongs to any domain",
          ],
        ],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });

  it("says nothing while the domain of a source is unknown", () => {
    const { environments } = changed(({ team }) => {
      first(team.shares).domain = "payments";
    });
    const [environment] = environments;
    expect(shareDomains({ environments: [{ ...environment, producers: [{ sources: [{}] }] }] })).toEqual([]);
    expect(shareDomains({ environments: [{ ...environment, producers: [undefined] }] })).toEqual([]);
  });
});

describe("share duplicates", () => {
  it.each(
    rowsOf(shareDuplicates, [
      {
        title: "refuses a domain twice in a team",
        change: ({ team }) => team.shares.push({ ...first(team.shares), upTo: "public" }),
        problems: [
          [
            RISK,
            "teams[risk-analysts].shares[loans].domain",
            '"loans"',
            "remove one of the two shares: the team has one of this domain already",
          ],
        ],
      },
      {
        title: "accepts a domain in two teams",
        change: ({ risk, team }) => risk.teams.push({ ...team, name: "auditors" }),
        problems: [],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

describe("share columns", () => {
  it.each(
    rowsOf(shareColumns, [
      {
        title: "refuses a share that opens nothing",
        change: ({ team }) => {
          first(team.shares).upTo = "public";
        },
        problems: [
          [
            RISK,
            "teams[risk-analysts].shares[loans].upTo",
            '"public"',
            "write at least `internal`, or remove the share: it opens no column of the domain",
          ],
        ],
      },
      {
        title: "refuses a share of a domain of which nothing reaches the lake",
        change: ({ loans }) => {
          for (const table of loans.tables)
            for (const column of Object.values(table.columns)) column.classification = "forbidden";
        },
        problems: [
          [
            RISK,
            "teams[risk-analysts].shares[loans].upTo",
            '"confidential"',
            "remove the share: every column of the domain is forbidden",
          ],
        ],
      },
      {
        title: "leaves an unknown domain to the check of domains",
        change: ({ team }) => {
          first(team.shares).domain = "payments";
        },
        problems: [],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

describe("team names", () => {
  it.each(
    rowsOf(teamNames, [
      {
        title: "refuses a name twice in an account",
        change: ({ risk, team }) => risk.teams.push(team),
        problems: [
          [
            RISK,
            "teams[risk-analysts].name",
            '"risk-analysts"',
            "write another name: an earlier team of the account has this one",
          ],
        ],
      },
      {
        title: "refuses a name that the stack's own resources begin with",
        change: ({ team }) => {
          team.name = "grants";
        },
        problems: [
          [
            RISK,
            "teams[grants].name",
            '"grants"',
            "write another name: resources of the account's stack begin with this one",
          ],
        ],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

it("names of the stack's own resources are those of the stack", () => {
  const app = Testing.app();
  const stack = new AnalyticsStack(app, prod, { ...first(prod.consumers), teams: [] });
  const own = stack.node.children.map(({ node }) => node.id);
  expect(own.filter((id) => /^[a-z][a-z0-9-]*$/.test(id)).toSorted()).toEqual([...TAKEN_BY_THE_STACK]);
});

const members = (list: string[], path: string, found: string, remedy: string): Case => ({
  title: `refuses [${list.join(", ")}]`,
  change: ({ team }) => {
    team.assumedBy = list;
  },
  problems: [[RISK, `teams[risk-analysts].${path}`, found, remedy]],
});

describe("team members", () => {
  const own = "arn:aws:iam::444455556666:role/analyst";
  const foreign = "arn:aws:iam::222233334444:role/analyst";
  it.each(
    rowsOf(teamMembers, [
      members([], "assumedBy", "[]", `write at least one principal, for example \`["${own}"]\``),
      members(
        [foreign],
        `assumedBy[${foreign}]`,
        JSON.stringify(foreign),
        `write a principal of account 444455556666, for example \`${own}\``,
      ),
      members([own, own], `assumedBy[${own}]`, JSON.stringify(own), "remove it: the list has this principal already"),
      {
        title: "accepts a role of IAM Identity Center",
        change: ({ team }) => {
          team.assumedBy = [
            "arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Analyst_0123456789abcdef",
          ];
        },
        problems: [],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});
