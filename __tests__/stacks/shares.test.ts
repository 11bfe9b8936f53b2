import type { Share } from "../../model/landscape/types";
import { GOVERNANCE, RISK } from "../support/bank";
import { grantsInOrder, withoutOrder } from "../support/grants";
import { type Block, first } from "../support/json";
import { prod, risk, withProd, withRisk } from "../support/landscapes";
import type { Synthesized } from "../support/output";
import { statements } from "../support/policies";
import { synthesized } from "../support/synthesized";

const ACCESS = "prod-governance-access-risk";
const ANALYTICS = "prod-risk-analytics";
const UNIT = "arn:aws:organizations::999999999999:ou/o-exampleorg1/ou-ab12-cdefgh34";
const OWN_ROLE = "arn:aws:iam::444455556666:role/bank/engineer";

const team = first(risk.teams);

const loans = (more: Partial<Share>): Share => ({
  domain: "loans",
  upTo: "confidential",
  purpose: "Forecasts",
  owner: "risk@bank.example",
  ...more,
});

/** Output of a risk department whose only team has these shares. */
const sharing = (...shares: readonly Share[]): Synthesized => synthesized(withRisk({ teams: [{ ...team, shares }] }));

const grants = (output: Synthesized, id: string): readonly Block[] => grantsInOrder(output, id).map(withoutOrder);

describe("a share of the raw layer", () => {
  const output = sharing(loans({ layer: "raw", upTo: "restricted", until: "2099-12-31" }));

  it("is granted to the account by the raw layer's tag, with every classification", () => {
    const [databases, tables] = grants(output, ACCESS);
    const expression = [
      { key: "domain", values: ["loans"] },
      { key: "layer", values: ["raw"] },
    ];
    expect(databases).toHaveProperty(["lf_tag_policy", "expression"], expression);
    expect(tables).toHaveProperty(
      ["lf_tag_policy", "expression"],
      [{ key: "classification", values: ["public", "internal", "confidential", "restricted"] }, ...expression],
    );
  });

  it("is granted to the team as the declared change tables, and not as what the crawler finds", () => {
    const tables = grants(output, ANALYTICS).flatMap(({ table_with_columns: table }) =>
      table === undefined ? [] : [table],
    );
    expect(tables).toEqual(
      ["borrower", "loan", "instalment", "collateral", "payment"].map((name) => ({
        catalog_id: GOVERNANCE,
        database_name: "loans_changes",
        name,
        wildcard: true,
      })),
    );
    expect(JSON.stringify(output.stack(ANALYTICS))).not.toContain("loans_discovered");
  });

  it("has no saved query: these are about current rows", () => {
    expect(output.resources(ANALYTICS, "aws_athena_named_query")).toEqual({});
  });
});

describe("shares of single tables", () => {
  it("are granted by name, the columns of all teams together", () => {
    const output = synthesized(
      withRisk({
        teams: [
          { ...team, shares: [loans({ tables: ["instalment"], upTo: "internal" })] },
          { ...team, name: "others", shares: [loans({ tables: ["instalment"] })] },
        ],
      }),
    );
    expect(grants(output, ACCESS).map(({ table_with_columns: table }) => table)).toEqual([
      undefined,
      {
        database_name: "loans",
        name: "instalment",
        column_names: ["loan_id", "number", "due_on", "is_paid", "principal", "interest"],
      },
    ]);
  });

  it("need no grant of their own where another team has the domain", () => {
    const output = synthesized(
      withRisk({
        teams: [
          { ...team, shares: [loans({})] },
          { ...team, name: "others", shares: [loans({ tables: ["loan"], upTo: "internal" })] },
        ],
      }),
    );
    expect(grants(output, ACCESS)).toHaveLength(2);
    expect(JSON.stringify(grants(output, ACCESS))).not.toContain("table_with_columns");
  });
});

describe("a consumer that grants to a unit", () => {
  const output = synthesized(
    withRisk({ grantTo: { organizationalUnit: UNIT }, teams: [{ ...team, shares: [loans({})] }] }),
  );

  it("has its domains granted to the unit", () => {
    expect(new Set(grants(output, ACCESS).map(({ principal }) => principal))).toEqual(new Set([UNIT]));
  });
});

describe("a team with a role of its own", () => {
  const output = synthesized(
    withRisk({
      teams: [{ ...team, existingRole: OWN_ROLE, assumedBy: [], costCentre: "it-4711", dailyScanAlarmGb: 50 }],
    }),
  );

  it("makes no role, and adds one policy to it", () => {
    expect(output.resources(ANALYTICS, "aws_iam_role")).toEqual({});
    const policy = output.only(ANALYTICS, "aws_iam_role_policy");
    expect(policy).toMatchObject({ name: "prod-risk-risk-analysts", role: "engineer" });
    expect(statements(policy["policy"]).map(({ Sid }) => Sid)).toContain("LakeFormation");
  });

  it("grants to the ARN with its path", () => {
    expect(new Set(grants(output, ANALYTICS).map(({ principal }) => principal))).toEqual(new Set([OWN_ROLE]));
  });

  it("charges its queries to its cost centre, and warns at its own limit", () => {
    expect(output.only(ANALYTICS, "aws_athena_workgroup")).toHaveProperty("tags", {
      team: "risk-analysts",
      "cost-centre": "it-4711",
    });
    expect(output.only(ANALYTICS, "aws_cloudwatch_metric_alarm")).toHaveProperty("threshold", 50 * 1024 ** 3);
  });
});

const metric = (state: string) => ({
  id: state.toLowerCase(),
  metric: {
    namespace: "AWS/Athena",
    metric_name: "ProcessedBytes",
    dimensions: { QueryState: state, QueryType: "DML", WorkGroup: "prod-risk-risk-analysts" },
    period: 86_400,
    stat: "Sum",
  },
});

describe("the alarm on scanned bytes", () => {
  it("adds up every DML query of a day, however it ended, in the team's workgroup", () => {
    expect(synthesized().only(ANALYTICS, "aws_cloudwatch_metric_alarm")).toMatchObject({
      comparison_operator: "GreaterThanThreshold",
      threshold: 10 * 500 * 1024 ** 3,
      treat_missing_data: "notBreaching",
      metric_query: [
        {
          id: "scanned",
          expression: "SUM([FILL(succeeded, 0), FILL(failed, 0), FILL(canceled, 0)])",
          return_data: true,
        },
        metric("SUCCEEDED"),
        metric("FAILED"),
        metric("CANCELED"),
      ],
    });
  });
});

test("the alarm is heard where the account's alarms are", () => {
  const topic = "arn:aws:sns:eu-central-1:444455556666:alarms";
  const output = synthesized(withRisk({ alarmTopic: topic }));
  expect(output.only(ANALYTICS, "aws_cloudwatch_metric_alarm")).toHaveProperty("alarm_actions", [topic]);
});

/** Grants and filters of all stacks, without their order: a change of order is no change to Terraform. */
function permissions(output: Synthesized): ReadonlyMap<string, string> {
  const types = ["aws_lakeformation_permissions", "aws_lakeformation_data_cells_filter"];
  return new Map(
    output.ids.flatMap((id) =>
      types.flatMap((type) =>
        Object.entries(output.resources(id, type)).map(
          ([name, body]) => [`${id} ${name.replace(/_[0-9A-F]{8}$/, "")}`, JSON.stringify(withoutOrder(body))] as const,
        ),
      ),
    ),
  );
}

/** What an output has besides another one, or has changed. */
const besides = (one: Synthesized, other: Synthesized): readonly string[] => {
  const known = permissions(other);
  return [...permissions(one)].flatMap(([name, body]) => (known.get(name) === body ? [] : [name])).toSorted();
};

/** `prod` with other shares for every team but the controllers. */
const sharesAs = (change: (share: Share) => readonly Share[]): Synthesized =>
  synthesized(
    withProd({
      consumers: prod.consumers.map((consumer) => ({
        ...consumer,
        teams: consumer.teams.map((each) =>
          each.name === "controllers" ? each : { ...each, shares: each.shares.flatMap(change) },
        ),
      })),
    }),
  );

describe("a changed landscape", () => {
  const before = synthesized();

  it("without a share has all grants but that share's", () => {
    const after = sharesAs((share) => (share.rows === undefined ? [share] : []));
    expect(besides(after, before)).toEqual([]);
    expect(besides(before, after)).toEqual([
      "prod-finance-analytics grants_branch-planning-deposits",
      "prod-finance-analytics grants_branch-planning-deposits-client",
      "prod-finance-analytics grants_branch-planning-link-deposits",
      "prod-governance-access-finance share_grants_rows-prod-finance-branch-planning-deposits-client",
      "prod-governance-access-finance share_prod-finance-branch-planning-deposits-client",
    ]);
  });

  it("with a lower share has other grants where columns were lost, and no others", () => {
    const after = sharesAs((share) =>
      share.domain === "loans" ? [{ ...loans({ upTo: "internal" }), purpose: "Less" }] : [share],
    );
    expect(besides(after, before)).toEqual([
      "prod-governance-access-risk share_grants_loans-tables",
      "prod-risk-analytics grants_risk-analysts-loans-borrower",
      "prod-risk-analytics grants_risk-analysts-loans-instalment",
      "prod-risk-analytics grants_risk-analysts-loans-loan",
      "prod-risk-analytics grants_risk-analysts-loans-payment",
    ]);
    expect(besides(before, after)).toContain("prod-risk-analytics grants_risk-analysts-loans-collateral");
  });

  it("with other rows changes the filter alone", () => {
    const after = sharesAs((share) => [
      share.rows === undefined ? share : { ...share, rows: { column: "district_id", values: [7] } },
    ]);
    expect(besides(after, before)).toEqual([
      "prod-governance-access-finance share_prod-finance-branch-planning-deposits-client",
    ]);
  });
});

test("risk is the account that these tests change", () => {
  expect(prod.consumers.map(({ name, id }) => [name, id])).toContainEqual(["risk", RISK]);
});
