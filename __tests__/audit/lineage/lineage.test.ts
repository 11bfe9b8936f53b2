import { readLineage } from "../../../audit/lineage/read";
import type { ColumnLineage, Lineage, TableLineage } from "../../../audit/lineage/types";
import { outputOf } from "../../../audit/output/read";
import { CONTRACTS } from "../../support/contracts";
import { type Block, block, first, isBlock } from "../../support/json";
import { synthesized } from "../../support/synthesized";

const bank = synthesized();

/** A value with a text replaced in every text in it; JSON inside a text is walked. */
function replaced(value: unknown, from: string | RegExp, to: string): unknown {
  if (typeof value === "string") {
    if (!/^(?:\{|\[[{"])/.test(value)) return value.replace(from, to);
    const inner: unknown = JSON.parse(value);
    return JSON.stringify(replaced(inner, from, to));
  }
  if (Array.isArray(value)) return value.map((each) => replaced(each, from, to));
  if (!isBlock(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, from, to)]));
}

interface Planted {
  /** Part of the ids of the stacks that get it. */
  readonly stack: string;
  readonly from: string | RegExp;
  readonly to: string;
}

/** Lineage of the tests' landscape, with a mistake in it. */
function lineage(planted?: Planted): Lineage {
  const documents = bank.ids.map((id): readonly [string, Block] => {
    const json = bank.stack(id);
    if (planted === undefined || !id.includes(planted.stack)) return [id, json];
    const changed = replaced(json, planted.from, planted.to);
    expect(changed).not.toEqual(json);
    return [id, block(changed)];
  });
  return readLineage(outputOf(Object.fromEntries(documents)));
}

const table = (of: Lineage, name: string): TableLineage =>
  first(of.tables.filter(({ source }) => `${source.schema}.${source.table}` === name));

const column = (of: TableLineage, name: string): ColumnLineage =>
  first(of.columns.filter(({ source, changes, current }) => name === (current ?? changes ?? source)?.name));

const whys = (of: TableLineage): readonly string[] =>
  [...of.breaks, ...of.columns.flatMap(({ breaks }) => breaks)].map(({ why }) => why);

const said = (of: ColumnLineage): readonly string[] => of.steps.map(({ what }) => what);

describe("the lineage of the tests' landscape", () => {
  const all = lineage();

  it("follows every contracted table from its source to where it is queried, without a break", () => {
    const names = Object.values(CONTRACTS).flat().length;
    expect(all.tables.map(({ source, current }) => [source.table, current?.name])).toHaveLength(names);
    expect(all.tables.filter(({ source, current }) => source.table !== current?.name)).toEqual([]);
    expect(all.tables.flatMap(whys)).toEqual([]);
    expect(all.breaks).toEqual([]);
  });

  it("says where an amount comes from, hop by hop", () => {
    const loan = table(all, "lending.loan");
    expect(loan.source).toMatchObject({ account: "222233334444", task: "prod-loans", engine: "aurora" });
    expect(loan.path?.url).toBe("s3://examplebank-prod-loans-raw-111122223333/lending/loans/g1/lending/loan/");
    expect(loan.files.map(({ database, name }) => `${database}.${name}`)).toContain("loans_changes.loan");
    expect(loan.crawlers.map(({ database }) => database)).toEqual(["loans_discovered"]);
    expect(loan.statements.map(({ target }) => target)).toContain("loans.loan");
    expect(column(loan, "amount")).toMatchObject({
      source: { name: "amount", known: "inferred" },
      changes: { name: "amount", type: "decimal(12,2)" },
      current: { name: "amount", type: "decimal(12,2)" },
      breaks: [],
    });
    expect(said(column(loan, "amount"))).toEqual(["rule 14 writes the name in lower case"]);
  });

  it("says what the replication makes itself, and what never leaves the source", () => {
    const client = table(all, "core.client");
    expect(said(column(client, "dms_change_seq"))).toEqual(["rule 11 adds it from $AR_H_CHANGE_SEQ"]);
    expect(said(column(client, "op"))).toEqual(["AWS DMS adds I, U or D for insert, update or delete"]);
    const removed = column(client, "national_id");
    expect(removed).toMatchObject({ source: { name: "national_id", known: "named" }, steps: [{ kind: "dropped" }] });
    expect(removed.changes).toBeUndefined();
  });

  it("names the place of every step as a JSON Pointer into the text that says it", () => {
    const [removed] = column(table(all, "lending.borrower"), "national_id").steps;
    expect(removed?.at.stack).toBe("prod-lending-replication-loans");
    expect(removed?.at.address).toMatch(/^aws_dms_replication_task\./);
    expect(removed?.at.pointer).toMatch(/\/table_mappings#\/rules\/5$/);
  });

  it("shows tables that nothing in the JSON fills", () => {
    expect(all.unexplained.map(({ table: { name }, why }) => [name, why])).toEqual([
      ["cloudtrail", expect.stringMatching(/^nothing in the JSON writes s3:/)],
    ]);
  });
});

const LOAN = "lending.loan";
const FOLDER = "s3://examplebank-prod-loans-raw-111122223333/lending/loans/g1/lending/loan/";
const MERGE = /^(\s*)MERGE INTO "loans"."loan" AS t/;

describe("a planted mistake", () => {
  it.each<Planted & { readonly what: string; readonly table?: string; readonly why: RegExp }>([
    {
      what: "a change table over a wrong folder",
      stack: "catalog-loans",
      from: new RegExp(`^${FOLDER}$`),
      to: FOLDER.replace("g1", "g2"),
      why: /no table of the catalog reads s3:.*\/g1\/lending\/loan\/; loans_changes\.loan reads s3:.*\/g2\/lending\/loan\//,
    },
    {
      what: "a task that writes to another generation",
      stack: "replication-loans",
      from: /^lending\/loans\/g1$/,
      to: "lending/loans/g2",
      why: /no table of the catalog reads s3:.*\/g2\/lending\/loan\//,
    },
    {
      what: "partitions that are looked for elsewhere",
      stack: "catalog-loans",
      from: /g1\/lending\/loan\/\$\$/,
      to: "g1/lending/loans/$$$$",
      why: /looks for partitions in .*lending\/loans\/.* but the files are in .*lending\/loan\//,
    },
    {
      what: "folders of other names",
      stack: "replication-loans",
      from: /^DASH$/,
      to: "SLASH",
      why: /folders are named yyyy\/MM\/dd, but the table projects dms_commit_date as yyyy-MM-dd/,
    },
    {
      what: "a declared column that the task removes",
      stack: "replication-loans",
      from: /^national\[_]id$/,
      to: "credit_score",
      table: "lending.borrower",
      why: /credit_score is declared, but rule 6 \(remove-column\) keeps it from the lake/,
    },
    {
      what: "tables that get another name",
      stack: "replication-loans",
      from: /^convert-lowercase$/,
      to: "convert-uppercase",
      why: /no table of the catalog reads s3:.*\/LENDING\/LOAN\/; loans_changes\.loan/,
    },
    {
      what: "a statement that reads an undeclared column",
      stack: "catalog-loans",
      from: /^amount$/,
      to: "amounts",
      why: /reads amount, which .*loans_changes\.loan.* does not declare|no statement writes loans\.loan\.amounts/,
    },
    {
      what: "a statement for another table",
      stack: "curation-loans",
      from: MERGE,
      to: '$1MERGE INTO "loans"."loan2" AS t',
      why: /writes loans\.loan2, which no catalog declares/,
    },
    {
      what: "a statement that nobody understands",
      stack: "curation-loans",
      from: MERGE,
      to: "$1MERGE INTO somewhere AS OF t",
      why: /no statement that is understood reads loans_changes\.loan/,
    },
  ])("is a broken hop with its cause: $what", ({ table: name = LOAN, why, ...planted }) => {
    expect(whys(table(lineage(planted), name)).filter((each) => why.test(each))).not.toEqual([]);
  });

  it("is told where a statement is not understood", () => {
    const { breaks } = lineage({ stack: "curation-loans", from: MERGE, to: "$1MERGE INTO somewhere AS OF t" });
    expect(breaks.map(({ why, at }) => [why, at.stack])).toContainEqual([
      expect.stringMatching(/not understood: "USING" is expected/),
      "prod-governance-curation-loans",
    ]);
  });
});
