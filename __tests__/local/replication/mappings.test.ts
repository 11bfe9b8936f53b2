import { plannedTables } from "../../../local/replication";
import { matches } from "../../../local/replication/mappings/pattern";
import { APP_LOG, LENDING, LOAN } from "../../support/replication/bank";
import {
  exclude,
  include,
  LOAN_RULES,
  problemsOf,
  type Rule,
  sequence,
  taskOf,
  transform,
} from "../../support/replication/task";

const plans = (rules: readonly Rule[]) => plannedTables(taskOf({ rules }), LENDING);
const selected = (...rules: readonly Rule[]) => plans(rules).map(({ source }) => source.name);
const columnsOf = (...rules: readonly Rule[]) =>
  plans([include("lending", "Loan"), ...rules]).flatMap(({ columns }) =>
    columns.map(({ name, type }) => `${name} ${type}`),
  );
const loan = (action: string, others: Rule = {}) => transform(action, ["lending", "Loan", "Amount"], others);

test.each([
  ["%", "anything", true],
  ["app%", "app_log", true],
  ["app_log", "appXlog", true],
  ["app[_]log", "appXlog", false],
  ["[a-c]pp", "app", true],
  ["[xy]pp", "app", false],
  ["app", "App", false],
  ["a.p", "app", false],
])("%s means %s: %s", (pattern, name, meant) => {
  expect(matches(pattern, name)).toBe(meant);
});

test("tables are taken along that are included and not excluded, in whatever order", () => {
  expect(selected(include("lending", "Loan"))).toEqual(["Loan"]);
  expect(selected(include("lending", "%"))).toEqual(["Loan", "app_log"]);
  expect(selected(exclude("lending", "app%"), include("%", "%"))).toEqual(["Loan"]);
  expect(selected({ ...include("lending", "Loan"), "rule-action": "explicit" })).toEqual(["Loan"]);
  expect(() => selected(include("lending", "loan"))).toThrow("no rule takes a table of lending along");
  expect(() => selected({ ...include("lending", "%"), "rule-action": "explicit" })).toThrow("no rule takes a table");
});

test("a task says where each table goes and what of each column arrives", () => {
  const [plan] = plannedTables(taskOf(), LENDING);
  expect(plan).toMatchObject({
    bucket: "bucket",
    prefix: "lending/g1/lending/loan/",
    schema: "lending",
    name: "loan",
    removed: [{ name: "National_Id" }],
    sequences: ["seq"],
  });
  expect(plan?.columns.map(({ name, type, loses, isKey }) => ({ name, type, loses, isKey }))).toEqual([
    { name: "loan_id", type: "BIGINT", loses: undefined, isKey: true },
    { name: "amount", type: "DECIMAL(12,2)", loses: undefined, isKey: false },
    { name: "months", type: "USMALLINT", loses: undefined, isKey: false },
    { name: "status", type: "VARCHAR", loses: undefined, isKey: false },
    { name: "granted_on", type: "DATE", loses: undefined, isKey: false },
    { name: "updated_at", type: "TIMESTAMP", loses: undefined, isKey: false },
  ]);
});

test.each([
  ["rename", { value: "sum" }, "sum"],
  ["convert-lowercase", {}, "amount"],
  ["convert-uppercase", {}, "AMOUNT"],
  ["add-prefix", { value: "x_" }, "x_Amount"],
  ["add-suffix", { value: "_x" }, "Amount_x"],
  ["remove-prefix", { value: "Am" }, "ount"],
  ["remove-suffix", { value: "nt" }, "Amou"],
  ["remove-suffix", { value: "zz" }, "Amount"],
  ["replace-prefix", { "old-value": "Am", value: "M" }, "Mount"],
  ["replace-suffix", { "old-value": "nt", value: "t" }, "Amout"],
])("%s %j makes Amount %s", (action, others, name) => {
  expect(columnsOf(loan(action, others))[2]).toBe(`${name} DECIMAL(12,2)`);
});

test("schemas and tables are renamed in the folder", () => {
  const rules = [include("lending", "Loan"), transform("rename", ["lending"], { value: "credit" })];
  const [plan] = plans([...rules, transform("add-suffix", ["lending", "%"], { value: "_v2" })]);
  expect(plan).toMatchObject({ prefix: "lending/g1/credit/Loan_v2/", schema: "credit", name: "Loan_v2" });
});

test.each([
  [{ type: "numeric", precision: 20, scale: 0 }, "DECIMAL(20,0)"],
  [{ type: "int8" }, "BIGINT"],
  [{ type: "string" }, "VARCHAR"],
  [{ type: "datetime" }, "TIMESTAMP"],
])("a rule makes the type %j", (type, written) => {
  expect(columnsOf(loan("change-data-type", { "data-type": type }))[2]).toBe(`Amount ${written}`);
});

test.each<readonly [Rule, string]>([
  [loan("include-column"), 'rule 1 "r1": rule-action include-column; it is not imitated'],
  [loan("data-masking-hash-mask"), 'rule 1 "r1": rule-action data-masking-hash-mask; it is not imitated'],
  [
    transform("define-primary-key", ["lending", "Loan"]),
    'rule 1 "r1": rule-action define-primary-key; it is not imitated',
  ],
  [
    {
      ...include("lending", "x"),
      filters: [
        {
          "filter-type": "source",
          "column-name": "y",
          "filter-conditions": [
            { "filter-operator": "noteq", value: "1" },
            { "filter-operator": "noteq", value: "2" },
          ],
        },
      ],
    },
    "a condition with a negative operator stands alone in its filter",
  ],
  [
    { ...sequence("lending", "Loan"), expression: "$AR_H_TIMESTAMP" },
    'rule 1 "r1": expression is "$AR_H_TIMESTAMP"; only $AR_H_CHANGE_SEQ is imitated',
  ],
  [
    { ...sequence("lending", "Loan"), "data-type": { type: "string", length: 20 } },
    'rule 1 "r1": data-type is {"type":"string","length":20}; write a string of at least 35 characters, else the sequence is cut',
  ],
  [loan("rename"), "write the new name or part of it as `value`"],
  [loan("replace-prefix", { value: "x" }), "write what is replaced as `old-value`"],
  [
    { ...include("lending", "x"), "rule-action": "table-settings" },
    'rule 1 "r1": rule-action table-settings; it is not imitated',
  ],
  [{ ...include("lending", "x"), unknown: 1 }, 'rule 1 "r1": unknown is 1; this property is not known here'],
])("a rule %j is refused", (rule, problem) => {
  const [line = "", ...others] = problemsOf({ rules: [rule, ...LOAN_RULES] });
  expect(others).toEqual([]);
  expect(line).toContain(problem);
});

test("two rules of one id are refused", () => {
  const rules = [{ ...include("lending", "Loan"), "rule-id": "2" }, include("lending", "x")];
  expect(problemsOf({ rules })).toEqual(['loans, rule 2 "r2": its id is taken; every rule has an id of its own']);
});

test.each<readonly [string, readonly Rule[], string]>([
  ["two names", [loan("convert-lowercase"), loan("add-prefix", { value: "x" })], "renames lending.Loan.Amount again"],
  [
    "two types",
    [
      loan("change-data-type", { "data-type": { type: "int8" } }),
      loan("change-data-type", { "data-type": { type: "int4" } }),
    ],
    "two rules change its type",
  ],
  [
    "a type with a length",
    [loan("change-data-type", { "data-type": { type: "string", length: 5 } })],
    "a length is not imitated",
  ],
  ["a type that is none", [loan("change-data-type", { "data-type": { type: "money" } })], "DMS has no type money"],
  ["two columns of a name", [loan("rename", { value: "status" })], "two columns called status in the lake"],
  [
    "two names of a schema",
    [transform("convert-lowercase", ["lending"]), transform("add-prefix", ["%"], { value: "x" })],
    "renames lending again",
  ],
  [
    "two tables of a name",
    [include("lending", "app_log"), transform("rename", ["lending", "%"], { value: "one" })],
    "two tables in the folder",
  ],
])("%s are no plan", (_, rules, problem) => {
  expect(() => plans([include("lending", "Loan"), ...rules])).toThrow(problem);
});

test("a table without a key and a column of an unknown type are no plan, unless nobody takes them along", () => {
  const odd = { ...APP_LOG, primaryKey: [], columns: [{ name: "shape", type: "geometry", nullable: true }] };
  const database = { ...LENDING, tables: [LOAN, odd] };
  expect(plannedTables(taskOf(), database)).toHaveLength(1);
  const all = () => plannedTables(taskOf({ rules: [include("%", "%")] }), database);
  expect(all).toThrow("loans, lending.app_log: no primary key");
  expect(all).toThrow("loans, lending.app_log.shape: geometry; geometries are not imitated");
});
