import { accessMatrix } from "../../../audit/matrix";
import { outputOf } from "../../../audit/output/read";
import { CONTRACTS } from "../../support/contracts";
import { type Block, block } from "../../support/json";
import { clean, cleanMatrix } from "../support/planted";
import { answers, differences } from "../support/questions";

describe("who may read what", () => {
  const all = answers(cleanMatrix);

  it("is asked for every team, every table and column of curated and raw layer, and rows of each kind", () => {
    const curated = Object.values(CONTRACTS).flat().length;
    const declared = cleanMatrix.tables.filter(({ columns }) => columns.length > 0);
    expect(curated).toBe(12);
    expect(declared.filter(({ database }) => /^(loans|deposits)(_changes)?$/.test(database))).toHaveLength(2 * curated);
    expect(all.length).toBeGreaterThan(3000);
    expect(all.filter(({ expected }) => expected).length).toBeGreaterThan(500);
  });

  it("is what stewards agreed, for each of these questions", () => {
    expect(differences(cleanMatrix)).toEqual([]);
  });

  it("never is a column that stays at the source", () => {
    const names = cleanMatrix.tables.flatMap(({ columns }) => columns.map(({ name }) => name));
    expect(names).not.toContain("national_id");
    expect(names).not.toContain("card_number");
  });
});

type Change = (body: Block, stack: string) => Block | undefined;

/** What differs when every resource of a type is changed; a resource that becomes nothing is left out. */
function differing(type: string, change: Change): readonly string[] {
  const changed = Object.entries(clean).map(([id, json]) => {
    const resource = block(json["resource"]);
    const kept: readonly (readonly [string, Block])[] = Object.entries(block(resource[type] ?? {})).flatMap(
      ([name, body]) => {
        const other = change(block(body), id);
        return other === undefined ? [] : [[name, other] as const];
      },
    );
    return [id, { ...json, resource: { ...resource, [type]: Object.fromEntries<Block>(kept) } }] as const;
  });
  return differences(accessMatrix(outputOf(Object.fromEntries<Block>(changed))));
}

const without = (body: Block, holds: boolean): Block | undefined => (holds ? undefined : body);
const GRANT = "aws_lakeformation_permissions";
const TAGS = "aws_lakeformation_resource_lf_tags";

describe("the comparison notices", () => {
  it.each<readonly [string, string, Change]>([
    ["a lost grant by tags", GRANT, (body, id) => without(body, id.includes("access-risk") && "lf_tag_policy" in body)],
    ["grants without grant option", GRANT, (body) => ({ ...body, permissions_with_grant_option: [] })],
    [
      "a lost local grant",
      GRANT,
      (body, id) => without(body, id.endsWith("-analytics") && "data_cells_filter" in body),
    ],
    ["a lost grant on links", GRANT, (body, id) => without(body, id.endsWith("-analytics") && "database" in body)],
    [
      "a lost link",
      "aws_glue_catalog_database",
      (body) => without(body, body["name"] === "loans" && "target_database" in body),
    ],
    [
      "a role of another name",
      "aws_iam_role",
      (body) => (body["name"] === "prod-finance-controllers" ? { ...body, name: "somebody-else" } : body),
    ],
    [
      "a filter that shows all rows",
      "aws_lakeformation_data_cells_filter",
      (body) => ({
        ...body,
        table_data: [{ ...block([body["table_data"]].flat()[0]), row_filter: [{ all_rows_wildcard: [{}] }] }],
      }),
    ],
    [
      "a filter of other rows",
      "aws_lakeformation_data_cells_filter",
      (body) => ({
        ...body,
        table_data: [
          { ...block([body["table_data"]].flat()[0]), row_filter: [{ filter_expression: "district_id <> 4" }] },
        ],
      }),
    ],
    ["columns whose classification is lost", TAGS, (body) => without(body, "table_with_columns" in body)],
    ["a table without classification", TAGS, (body) => without(body, "table" in body)],
    ["databases without tags", TAGS, (body) => without(body, "database" in body)],
    [
      "one column more in a local grant and in the account's",
      GRANT,
      (body) =>
        "table_with_columns" in body
          ? {
              ...body,
              table_with_columns: { ...block(body["table_with_columns"]), column_names: ["iban", "partner_iban"] },
            }
          : body,
    ],
  ])("%s", (_, type, change) => {
    expect(differing(type, change).length).toBeGreaterThan(0);
  });

  it("nothing where nothing is changed", () => {
    expect(differing(GRANT, (body) => body)).toEqual([]);
  });
});
