import { FINANCE, GOVERNANCE, RISK } from "../support/bank";
import { grantsInOrder, withoutOrder } from "../support/grants";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

const grants = (account: string, domain: string, classifications: readonly string[]) => {
  const database = [
    { key: "domain", values: [domain] },
    { key: "layer", values: ["curated"] },
  ];
  const describe = ["DESCRIBE"];
  const select = ["DESCRIBE", "SELECT"];
  return [
    {
      principal: account,
      permissions: describe,
      permissions_with_grant_option: describe,
      lf_tag_policy: { resource_type: "DATABASE", expression: database },
    },
    {
      principal: account,
      permissions: select,
      permissions_with_grant_option: select,
      lf_tag_policy: {
        resource_type: "TABLE",
        expression: [{ key: "classification", values: classifications }, ...database],
      },
    },
  ];
};

const CLIENTS = {
  database_name: "deposits",
  name: "prod-finance-branch-planning",
  table_catalog_id: GOVERNANCE,
  table_name: "client",
};
const INTERNAL = ["public", "internal"];
const CONFIDENTIAL = ["public", "internal", "confidential"];

describe("access of consumer accounts", () => {
  it("lets risk read both domains up to confidential", () => {
    expect(grantsInOrder(bank, "prod-governance-access-risk").map(withoutOrder)).toEqual([
      ...grants(RISK, "deposits", CONFIDENTIAL),
      ...grants(RISK, "loans", CONFIDENTIAL),
    ]);
  });

  it("lets finance read loans up to internal, three tables of deposits, and some rows of a fourth", () => {
    const select = { principal: FINANCE, permissions: ["SELECT"], permissions_with_grant_option: ["SELECT"] };
    const named = (name: string, columns: string) => ({
      ...select,
      table_with_columns: { database_name: "deposits", name, column_names: columns.split(" ") },
    });
    expect(grantsInOrder(bank, "prod-governance-access-finance").map(withoutOrder)).toEqual([
      ...grants(FINANCE, "loans", INTERNAL),
      {
        principal: FINANCE,
        permissions: ["DESCRIBE"],
        permissions_with_grant_option: ["DESCRIBE"],
        database: { name: "deposits" },
      },
      named("district", "district_id name region inhabitants average_salary unemployment_rate"),
      named("account", "account_id district_id opened_on statements balance overdraft_limit currency updated_at"),
      named(
        "transaction",
        "transaction_id account_id booked_at direction operation amount balance_after purpose partner_bank",
      ),
      { ...select, data_cells_filter: CLIENTS },
    ]);
  });

  it("filters rows in the owner's catalog, and grants the filter when it exists", () => {
    const id = "prod-governance-access-finance";
    const [name, filter] = bank.find(id, "aws_lakeformation_data_cells_filter", {});
    const { database_name, name: filterName, table_catalog_id, table_name } = CLIENTS;
    expect(filter).toEqual({
      table_data: [
        {
          database_name,
          name: filterName,
          table_catalog_id,
          table_name,
          column_names: ["client_id", "gender", "district_id", "updated_at"],
          row_filter: [{ filter_expression: '"district_id" IN (1, 2, 3)' }],
        },
      ],
    });
    const last = grantsInOrder(bank, id).at(-1);
    expect(last?.["depends_on"]).toContain(`aws_lakeformation_data_cells_filter.${name}`);
  });

  it.each([
    ["risk", ["aws_lakeformation_permissions"]],
    ["finance", ["aws_lakeformation_data_cells_filter", "aws_lakeformation_permissions"]],
  ])("is all that access-%s holds", (consumer, types) => {
    const { resource } = bank.stack(`prod-governance-access-${consumer}`);
    expect(Object.keys(resource ?? {})).toEqual(types);
    expect(bank.stack(`prod-governance-access-${consumer}`)["data"]).toBeUndefined();
  });
});
