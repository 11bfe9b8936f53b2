import { FINANCE, GOVERNANCE, RISK } from "../support/bank";
import { closedDatabase, emptySettings } from "../support/closed";
import { grantsInOrder, selectable, withoutOrder } from "../support/grants";
import { first } from "../support/json";
import { roleOf } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

/** What the shares allow, by hand: `*` where they cover every column of the contract. */
const RISK_ANALYSTS = {
  "loans.borrower": "client_id employment monthly_income since updated_at",
  "loans.loan": "*",
  "loans.instalment": "*",
  "loans.collateral": "collateral_id loan_id kind appraised_value appraised_on",
  "loans.payment": "payment_id loan_id instalment_number received_at amount channel",
  "deposits.district": "*",
  "deposits.client": "client_id gender district_id updated_at",
  "deposits.account": "account_id district_id opened_on statements balance overdraft_limit currency updated_at",
  "deposits.disposition": "*",
  "deposits.card": "*",
  "deposits.standing_order": "order_id account_id payee_bank amount purpose",
  "deposits.transaction":
    "transaction_id account_id booked_at direction operation amount balance_after purpose partner_bank",
};
const CONTROLLERS = {
  "deposits.district": "*",
  "deposits.account": RISK_ANALYSTS["deposits.account"],
  "deposits.transaction": RISK_ANALYSTS["deposits.transaction"],
  "loans.borrower": "client_id employment since updated_at",
  "loans.loan": "loan_id client_id account_id granted_on currency duration_months status updated_at",
  "loans.instalment": "loan_id number due_on is_paid",
  // No column of loans.collateral is internal or public.
  "loans.payment": "payment_id loan_id instalment_number received_at channel",
};

describe.each([
  ["risk", RISK, "risk-analysts", RISK_ANALYSTS],
  ["finance", FINANCE, "controllers", CONTROLLERS],
])("the account of %s", (account, accountId, team, readable) => {
  const id = `prod-${account}-analytics`;
  const settings = first(Object.keys(bank.resources(id, "aws_lakeformation_data_lake_settings")));
  const after = [`aws_lakeformation_data_lake_settings.${settings}`];
  const databases = Object.entries(bank.resources(id, "aws_glue_catalog_database"));
  const all = grantsInOrder(bank, id);
  const { arn } = roleOf(bank, id, `prod-${account}-${team}`);
  const grants = all.filter(({ principal }) => principal === arn);

  const database = (body: object) => ({ principal: arn, permissions: ["DESCRIBE"], database: body });

  it("has a Lake Formation of its own that grants nothing by default and trusts governance to see its people", () => {
    expect(bank.only(id, "aws_lakeformation_data_lake_settings")).toEqual({
      admins: [`arn:aws:iam::${accountId}:role/lake-deploy`],
      ...emptySettings,
      trusted_resource_owners: [GOVERNANCE],
    });
  });

  it("links to the shared databases, and has the one that Athena asks for", () => {
    const link = (name: string) => ({
      name,
      target_database: { catalog_id: GOVERNANCE, database_name: name },
      lifecycle: closedDatabase,
      depends_on: after,
    });
    expect(databases.map(([, body]) => body)).toEqual([
      { name: "default", description: "Empty; Athena asks for it", lifecycle: closedDatabase, depends_on: after },
      link("deposits"),
      link("loans"),
    ]);
  });

  it("lets its team read exactly the columns that its shares allow", () => {
    expect(selectable(grants, arn)).toEqual(readable);
  });

  it("lets its team describe the links, what they point to, and the default database", () => {
    const both = (name: string) => [database({ name }), database({ name, catalog_id: GOVERNANCE })];
    const described = grants.map(withoutOrder).filter((grant) => "database" in grant);
    expect(described).toEqual([database({ name: "default" }), ...both("loans"), ...both("deposits")]);
  });

  it("grants nothing else, and names the owner of every table", () => {
    const tables = grants.map(withoutOrder).filter((grant) => !("database" in grant));
    expect(tables).toHaveLength(Object.keys(readable).length);
    for (const { table_with_columns: table, ...grant } of tables) {
      expect(grant).toEqual({ principal: arn, permissions: ["SELECT"] });
      expect(table).toHaveProperty("catalog_id", GOVERNANCE);
    }
  });

  it("begins to grant when links and default database exist", () => {
    const waits = databases.map(([name]) => `aws_glue_catalog_database.${name}`);
    expect(new Set([first(all)["depends_on"]].flat())).toEqual(new Set(waits));
  });
});

describe("a team with a row rule", () => {
  const id = "prod-finance-analytics";
  const { arn } = roleOf(bank, id, "prod-finance-branch-planning");
  const all = grantsInOrder(bank, id);
  const client = { database_name: "deposits", table_name: "client", table_catalog_id: GOVERNANCE };

  it("is granted the filter of governance, by name, and no table", () => {
    const tables = all.filter(({ principal, database }) => principal === arn && database === undefined);
    expect(tables.map(withoutOrder)).toEqual([
      {
        principal: arn,
        permissions: ["SELECT"],
        data_cells_filter: { ...client, name: "prod-finance-branch-planning" },
      },
    ]);
  });

  it("shares its account with one other team, and nobody else is granted anything", () => {
    const controllers = roleOf(bank, id, "prod-finance-controllers").arn;
    expect(new Set(all.map(({ principal }) => principal))).toEqual(new Set([arn, controllers]));
  });
});
