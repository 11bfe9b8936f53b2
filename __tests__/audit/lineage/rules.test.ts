import { isPattern, locates, type Rule, readRules } from "../../../audit/lineage/mapping-rules";
import { renameColumn, renameTable } from "../../../audit/lineage/renaming";
import { removedColumns, sourceColumn } from "../../../audit/lineage/source-columns";
import type { Place } from "../../../audit/lineage/types";

const at: Place = { stack: "s", file: "f", address: "aws_dms_replication_task.t", pointer: "/table_mappings" };
const ORIGIN = { schema: "Bank", table: "Loan" };
const TARGET = { bucket: "raw", folder: "", timestampColumn: "dms_ts", at };

interface Given {
  readonly action: string;
  readonly target?: string;
  readonly column?: string;
  readonly [key: string]: unknown;
}

function rules(...given: readonly Given[]): readonly Rule[] {
  const read = readRules(
    JSON.stringify({
      rules: given.map(({ action, target = "column", column, ...others }, index) => ({
        "rule-id": String(index + 1),
        "rule-type": "transformation",
        "rule-action": action,
        "rule-target": target,
        "object-locator": { "schema-name": "Bank", "table-name": "%", ...(column && { "column-name": column }) },
        ...others,
      })),
    }),
    at,
  );
  if ("why" in read) throw new Error(read.why);
  return read;
}

const declared = (name: string) => ({ name, type: "string", comment: "", isPartition: false });
const from = (of: readonly Rule[], name: string) => sourceColumn(of, ORIGIN, TARGET, declared(name), at);

describe("transformation rules", () => {
  it.each<readonly [Given, string]>([
    [{ action: "rename", value: "Credit", column: "Sum" }, "Credit"],
    [{ action: "add-prefix", value: "x_", column: "%" }, "x_Sum"],
    [{ action: "add-suffix", value: "_x", column: "S%" }, "Sum_x"],
    [{ action: "remove-prefix", value: "S", column: "%m" }, "um"],
    [{ action: "remove-suffix", value: "m", column: "Sum" }, "Su"],
    [{ action: "replace-prefix", "old-value": "S", value: "G", column: "%" }, "Gum"],
    [{ action: "replace-suffix", "old-value": "um", value: "ome", column: "%" }, "Some"],
    [{ action: "convert-uppercase", column: "%" }, "SUM"],
    [{ action: "rename", value: "Other", column: "Total" }, "Sum"],
  ])("give names: %j", (rule, name) => {
    expect(renameColumn(rules(rule), ORIGIN, "Sum").name).toBe(name);
  });

  it("of tables do not touch columns, nor the other way round", () => {
    const both = rules(
      { action: "convert-lowercase", target: "table" },
      { action: "add-prefix", value: "x_", column: "%" },
    );
    expect(renameTable(both, ORIGIN).name).toBe("loan");
    expect(renameColumn(both, ORIGIN, "Sum").name).toBe("x_Sum");
  });

  it("are followed back to the name at the source", () => {
    const renamed = rules(
      { action: "rename", value: "amount", column: "Sum" },
      { action: "change-data-type", column: "Sum", "data-type": { type: "numeric", precision: 12, scale: 2 } },
    );
    expect(from(renamed, "amount")).toMatchObject({
      source: { name: "Sum", known: "named" },
      steps: [
        { kind: "renamed", what: "rule 1 turns Sum into amount (rename)" },
        { kind: "retyped", what: "rule 2 makes the type numeric(12,2)" },
      ],
      breaks: [],
    });
    expect(from(rules({ action: "add-prefix", value: "x_", column: "%" }), "x_sum").source).toEqual({
      name: "sum",
      known: "inferred",
    });
  });

  it("that rename a column leave none with its old name", () => {
    const [broken] = from(rules({ action: "rename", value: "sum", column: "amount" }), "amount").breaks;
    expect(broken?.why).toBe("the rules give no column of Bank.Loan the name amount");
  });

  it("that keep some columns drop the others", () => {
    const kept = rules({ action: "include-column", column: "amount" });
    expect(from(kept, "amount").breaks).toEqual([]);
    expect(from(kept, "status").breaks[0]?.why).toMatch(/rule 1 \(include-column\) keeps it from the lake/);
  });

  it("that remove columns are told by name, patterns are not", () => {
    const removing = rules({ action: "remove-column", column: "secret" }, { action: "remove-column", column: "tmp%" });
    expect(removedColumns(removing, ORIGIN).map(({ source }) => source?.name)).toEqual(["secret"]);
    expect(from(removing, "tmp_1").breaks).toHaveLength(1);
  });

  it("and the endpoint make columns that no source has", () => {
    const adding = rules({ action: "add-column", value: "Seq", expression: "$AR_H_CHANGE_SEQ" });
    expect(from(adding, "seq")).toMatchObject({
      steps: [{ kind: "added", what: "rule 1 adds it from $AR_H_CHANGE_SEQ" }],
    });
    expect(from(adding, "seq").source).toBeUndefined();
    expect(from(adding, "dms_ts").source).toBeUndefined();
  });

  it("that are no JSON are a break", () => {
    expect(readRules("{", at)).toMatchObject({ why: "the table mappings are no JSON" });
    expect(readRules("{}", at)).toMatchObject({ why: "the table mappings hold no rules" });
  });
});

it.each([
  ["loan%", "loan_2", true],
  ["loan_2", "loan_2", true],
  ["loan_2", "loan12", true],
  ["loan[_]2", "loan_2", true],
  ["loan[_]2", "loan12", false],
  ["loan[12]", "loan2", true],
  ["loan[12]", "loan3", false],
  ["lo.n", "loan", false],
  ["Loan", "loan", false],
])("as AWS DMS reads it, the locator %s means %s: %s", (locator, name, expected) => {
  expect(locates(locator, name)).toBe(expected);
});

it.each([
  ["loan", false],
  ["loan[_]2", false],
  ["loan_2", true],
  ["loan[12]", true],
  ["loan%", true],
])("whether %s may mean several names: %s", (locator, expected) => {
  expect(isPattern(locator)).toBe(expected);
});
