import type { AccessMatrix, Cell } from "../../../audit/matrix/types";
import { type Block, block, list } from "../../support/json";
import { added, addressAt, cleanMatrix, inPolicy, type Place, planted } from "../support/planted";

const GRANT = "aws_lakeformation_permissions";
const FILTER = "aws_lakeformation_data_cells_filter";
const GOVERNANCE = "111122223333";
const RISK = "arn:aws:iam::444455556666:role/prod-risk-risk-analysts";
const CONTROLLERS = "arn:aws:iam::555566667777:role/prod-finance-controllers";
const PLANNERS = "arn:aws:iam::555566667777:role/prod-finance-branch-planning";

const riskGrant = (path: string): Place => ({ stack: "prod-risk-analytics", type: GRANT, path: `grants/${path}` });
const share = (consumer: string, path: string): Place => ({
  stack: `prod-governance-access-${consumer}`,
  type: GRANT,
  path: `share/grants/${path}`,
});
const storage = (type: string, path: string): Place => ({ stack: "prod-governance-storage-loans", type, path });
const rawPolicy = storage("aws_s3_bucket_policy", "raw/bucket/policy");
const rawKey = storage("aws_kms_key", "raw/key/key");
const rawLocation = storage("aws_lakeformation_resource", "raw/location");
const crawlerPolicy: Place = {
  stack: "prod-governance-catalog-loans",
  type: "aws_iam_role_policy",
  path: "crawler/role/policy",
};
const settings: Place = {
  stack: "prod-governance-lake",
  type: "aws_lakeformation_data_lake_settings",
  path: "lake-formation/settings",
};
const logPolicy: Place = { stack: "prod-governance-lake", type: "aws_s3_bucket_policy", path: "access-logs/policy" };
const analysts: Place = {
  stack: "prod-risk-analytics",
  type: "aws_iam_role",
  path: "risk-analysts/workspace/role/role",
};
const clientFilter: Place = {
  stack: "prod-governance-access-finance",
  type: FILTER,
  path: "share/prod-finance-branch-planning-deposits-client",
};

const rules = ({ findings }: AccessMatrix): readonly string[] => findings.map(({ rule }) => rule);

/** What a principal may read of a table: columns, and the conditions on the rows. */
function reads(matrix: AccessMatrix, principal: string, table: string): readonly Pick<Cell, "columns" | "rows">[] {
  return matrix.cells
    .filter((cell) => cell.principal === principal && `${cell.database}.${cell.table}` === table)
    .filter(({ permission }) => permission === "SELECT")
    .map(({ columns, rows }) => ({ columns, rows }));
}

const set =
  (attributes: Block) =>
  (body: Block): Block => ({ ...body, ...attributes });

const withStatement = (statement: Block) => inPolicy("policy", (statements) => [...statements, statement]);

const withoutCondition = (sid: string) =>
  inPolicy("policy", (statements) =>
    statements.map((statement) =>
      statement["Sid"] === sid
        ? Object.fromEntries(Object.entries(statement).filter(([key]) => key !== "Condition"))
        : statement,
    ),
  );

const withoutDenials = inPolicy("policy", (statements) => statements.filter(({ Effect }) => Effect !== "Deny"));

const byTags = (...expression: readonly (readonly [string, ...string[]])[]): Block => ({
  lf_tag_policy: { resource_type: "TABLE", expression: expression.map(([key, ...values]) => ({ key, values })) },
});

test("the generated JSON has nothing that should not be so, and nothing that is not evaluated", () => {
  expect(cleanMatrix.findings).toEqual([]);
  expect(cleanMatrix.notEvaluated).toEqual([]);
  expect(cleanMatrix.cells.filter(({ decision }) => decision === "undecided")).toEqual([]);
});

describe("a planted mistake is found, with its cause:", () => {
  it.each<readonly [string, string, Place, (body: Block) => Block]>([
    [
      "a writer's statement without its condition",
      "whole-account-let-in",
      rawPolicy,
      withoutCondition("WriterObjects"),
    ],
    [
      "a bucket open to everybody",
      "everyone-let-in",
      rawPolicy,
      (body) =>
        withStatement({ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" })(withoutDenials(body)),
    ],
    [
      "a key that a stranger may use",
      "stranger-let-in",
      rawKey,
      withStatement({
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::999999999999:root" },
        Action: "kms:Decrypt",
        Resource: "*",
      }),
    ],
    [
      "a role that reads the raw bucket past Lake Formation",
      "past-lake-formation",
      crawlerPolicy,
      withStatement({
        Effect: "Allow",
        Action: ["s3:GetObject", "kms:Decrypt"],
        Resource: ["arn:aws:s3:::examplebank-prod-loans-raw-111122223333/*", "arn:aws:kms:*:*:key/*"],
      }),
    ],
    [
      "a role of table metadata that reads everything",
      "past-lake-formation",
      { stack: "prod-governance-catalog-loans", type: "aws_iam_role_policy", path: "evolution/role/policy" },
      inPolicy("policy", (statements) =>
        statements.map((statement) =>
          statement["Sid"] === "TableMetadata"
            ? { ...statement, Resource: "arn:aws:s3:::examplebank-prod-loans-curated-111122223333/*" }
            : statement,
        ),
      ),
    ],
    [
      "a role that anybody may become",
      "trust-of-everyone",
      analysts,
      inPolicy("assume_role_policy", () => [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }]),
    ],
    [
      "a role that everybody of an identity provider may become",
      "federation-without-subject",
      analysts,
      inPolicy("assume_role_policy", () => [
        { Effect: "Allow", Principal: { Federated: "app.terraform.io" }, Action: "sts:AssumeRoleWithWebIdentity" },
      ]),
    ],
    [
      "an administrator too many",
      "administrator-besides-deployment",
      settings,
      (body) => ({ ...body, admins: [...list(body["admins"]), `arn:aws:iam::${GOVERNANCE}:role/helper`] }),
    ],
    [
      "default permissions for everybody whom IAM lets",
      "iam-allowed-principals",
      settings,
      set({ create_table_default_permissions: [{ principal: "IAM_ALLOWED_PRINCIPALS", permissions: ["ALL"] }] }),
    ],
    [
      "a wildcard that leaves columns out",
      "grant-by-exclusion",
      riskGrant("risk-analysts-loans-borrower"),
      set({
        table_with_columns: {
          catalog_id: GOVERNANCE,
          database_name: "loans",
          name: "borrower",
          wildcard: true,
          excluded_column_names: ["since"],
        },
      }),
    ],
    [
      "a tag expression with a value that no LF-tag has",
      "tag-value-undefined",
      share("risk", "loans-tables"),
      set(byTags(["domain", "loan"])),
    ],
    [
      "a tag expression that nothing satisfies",
      "grant-without-table",
      share("risk", "loans-tables"),
      set(byTags(["domain", "loans"], ["unknown", "*"])),
    ],
    [
      "a link that its readers may not describe",
      "grant-without-link",
      riskGrant("risk-analysts-link-loans"),
      set({ database: { name: "elsewhere" } }),
    ],
    [
      "a column handed on that the account did not get",
      "handed-on-wider",
      riskGrant("risk-analysts-loans-borrower"),
      (body) => ({
        ...body,
        table_with_columns: {
          ...block(body["table_with_columns"]),
          column_names: ["client_id", "credit_score"],
        },
      }),
    ],
    [
      "a role that may hand on",
      "role-may-hand-on",
      riskGrant("risk-analysts-loans-loan"),
      set({ permissions_with_grant_option: ["SELECT"] }),
    ],
    ["a location in hybrid access mode", "hybrid-access", rawLocation, set({ hybrid_access_enabled: true })],
    ["a service without a source", "service-without-source", logPolicy, withoutCondition("ServerAccessLogs")],
  ])("%s", (name, rule, place, change) => {
    const matrix = planted(place, change);
    const causes = matrix.findings.filter((each) => each.rule === rule).flatMap((each) => each.causes);
    expect(rules(matrix)).toContain(rule);
    // Without the grant on the link, what remains is the grant on the tables.
    const expected = name.startsWith("a link") ? riskGrant("risk-analysts-loans-loan") : place;
    expect(causes.map(({ address }) => address)).toContain(addressAt(expected));
  });

  it("a filter beside a grant of the whole table, with both", () => {
    const matrix = added(clientFilter.stack, GRANT, "union", {
      principal: "555566667777",
      permissions: ["SELECT"],
      permissions_with_grant_option: ["SELECT"],
      table: { database_name: "deposits", name: "client" },
    });
    expect(rules(matrix)).toEqual(["filter-without-effect"]);
    expect(matrix.findings[0]?.causes.map(({ address }) => address)).toEqual([
      addressAt(share("finance", "rows-prod-finance-branch-planning-deposits-client")),
      addressAt(clientFilter),
      `${GRANT}.union`,
    ]);
  });

  it("a key that a grant gives to a stranger", () => {
    const matrix = added(rawKey.stack, "aws_kms_grant", "stranger", {
      key_id: `\${${addressAt(rawKey)}.key_id}`,
      grantee_principal: "arn:aws:iam::999999999999:role/stranger",
      operations: ["Decrypt"],
    });
    expect(matrix.findings).toMatchObject([
      { rule: "stranger-let-in", causes: [{ address: "aws_kms_grant.stranger" }] },
    ]);
  });

  it("a link to tables of which nobody reads anything", () => {
    const matrix = added("prod-finance-analytics", "aws_glue_catalog_database", "link", {
      name: "changes",
      target_database: { catalog_id: GOVERNANCE, database_name: "loans_changes" },
    });
    expect(matrix.findings).toMatchObject([
      { rule: "link-without-grant", causes: [{ address: "aws_glue_catalog_database.link" }] },
    ]);
  });
});

describe("a planted mistake changes who reads what:", () => {
  it("an expression that is too wide reaches one table too many, for the account and not for its roles", () => {
    const place = share("finance", "loans-tables");
    const wide = byTags(
      ["classification", "public", "internal"],
      ["domain", "loans", "deposits"],
      ["layer", "curated"],
    );
    const matrix = planted(place, set(wide));
    const gained = matrix.cells.find(
      ({ principal, table, permission }) => principal === "555566667777" && table === "card" && permission === "SELECT",
    );
    expect(gained?.columns).toEqual(["card_id", "disposition_id", "kind", "issued_at", "is_blocked"]);
    expect(gained?.causes.map(({ address }) => address)).toContain(addressAt(place));
    expect(gained?.causes.map(({ constructPath }) => constructPath)).toContain(`${place.stack}/${place.path}`);
    expect(reads(matrix, CONTROLLERS, "deposits.card")).toEqual([]);
    // The same share makes the planners' filter useless.
    expect(rules(matrix)).toEqual(["filter-without-effect"]);
  });

  it("a grant of a table to a role gives what the account got of it, rows included", () => {
    const matrix = added("prod-finance-analytics", GRANT, "extra", {
      principal: CONTROLLERS,
      permissions: ["SELECT"],
      table: { catalog_id: GOVERNANCE, database_name: "deposits", name: "client" },
    });
    expect(reads(matrix, CONTROLLERS, "deposits.client")).toEqual([
      { columns: ["client_id", "gender", "district_id", "updated_at"], rows: ['"district_id" IN (1, 2, 3)'] },
    ]);
  });

  it("a filter without its condition shows all rows", () => {
    const matrix = planted(clientFilter, (body) => ({
      ...body,
      table_data: [{ ...block(list(body["table_data"])[0]), row_filter: [{ all_rows_wildcard: [{}] }] }],
    }));
    expect(reads(matrix, PLANNERS, "deposits.client").map(({ rows }) => rows)).toEqual([[]]);
  });

  it("a share without grant option leaves the role nothing", () => {
    const matrix = planted(share("risk", "loans-tables"), set({ permissions_with_grant_option: [] }));
    expect(reads(cleanMatrix, RISK, "loans.loan")).toHaveLength(1);
    expect(reads(matrix, RISK, "loans.loan")).toEqual([]);
    expect(rules(matrix)).toContain("handed-on-wider");
  });

  it("a principal that is open is undecided, never left out", () => {
    const matrix = planted(riskGrant("risk-analysts-loans-loan"), set({ principal: "${var.reader}" }));
    expect(matrix.cells.filter(({ decision }) => decision === "undecided")).toMatchObject([
      { table: "loan", permission: "SELECT", reasons: ["var.reader of prod-risk-analytics"] },
    ]);
  });
});
