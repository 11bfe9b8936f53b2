import type { AccessMatrix, Cell } from "../../../audit/matrix/types";
import { csvValue, matrixCsv } from "../../../audit/report/csv";
import { inCell, markdownReport } from "../../../audit/report/markdown";
import type { Cause } from "../../../audit/types";

const cause: Cause = {
  stack: "s",
  file: "stacks/s/cdk.tf.json",
  address: "a.b",
  pointer: "/resource/a/b",
  says: "says",
};
const ROLE = "arn:aws:iam::444455556666:role/analysts";
const cell: Cell = {
  principal: ROLE,
  catalog: "111122223333",
  database: "loans",
  table: "loan",
  permission: "SELECT",
  columns: ["id", "amount"],
  rows: ["district IN (1, 2)"],
  grantable: false,
  decision: "allowed",
  reasons: [],
  causes: [cause],
};
const matrix: AccessMatrix = {
  schema: 1,
  principals: [
    { id: ROLE, kind: "role", name: "analysts", account: "444455556666", declared: true, assumedBy: [] },
    {
      id: "444455556666",
      kind: "account",
      name: "444455556666",
      account: "444455556666",
      declared: false,
      assumedBy: [],
    },
  ],
  tables: [
    {
      catalog: "111122223333",
      database: "loans",
      name: "loan",
      columns: [
        { name: "id", type: "bigint", tags: { classification: "internal" } },
        { name: "amount", type: "decimal(12,2)", tags: { classification: "confidential" } },
      ],
      cause,
    },
  ],
  links: [],
  cells: [cell, { ...cell, principal: "444455556666", grantable: true }],
  buckets: [],
  keys: [],
  findings: [
    { id: "x", rule: "x", severity: "high", subject: "s", sentence: "A | B", remedy: "mend it", causes: [cause] },
  ],
  undecided: [],
  notEvaluated: [],
};

describe("the matrix as CSV", () => {
  const [head, ...lines] = matrixCsv(matrix).trimEnd().split("\r\n");

  it("has a line for each principal and column, with classification and places", () => {
    expect(head).toMatch(/^principal,kind,account,catalog,table,column,classification,permission/);
    expect(lines).toHaveLength(4);
    expect(lines[1]).toBe(
      `${ROLE},role,444455556666,111122223333,loans.loan,amount,confidential,SELECT,"district IN (1, 2)",false,allowed,,stacks/s/cdk.tf.json#/resource/a/b`,
    );
  });

  it("gives a spreadsheet no formula", () => {
    expect(csvValue("=HYPERLINK(1)")).toBe("'=HYPERLINK(1)");
    expect(csvValue('say "a, b"')).toBe('"say ""a, b"""');
    expect(csvValue("plain")).toBe("plain");
  });
});

describe("the report as Markdown", () => {
  const report = markdownReport({
    matrix,
    lineage: { tables: [], unexplained: [], breaks: [{ why: "rule 1 selects %", at: cause }] },
  });

  it("names readers, not accounts, and says nobody and none where that is so", () => {
    expect(report).toContain(
      "| analysts | 444455556666 | loans.loan | 111122223333 | id, amount | district IN (1, 2) | allowed |",
    );
    expect(report).not.toContain("| 444455556666 | 444455556666 |");
    expect(report).toContain("Nobody.");
    expect(report).toContain("- rule 1 selects %");
  });

  it("keeps texts inside of their cells", () => {
    expect(report).toContain("| high | A \\| B | mend it | stacks/s/cdk.tf.json#/resource/a/b |");
    expect(inCell("a\nb <script>")).toBe("a b &lt;script>");
  });
});
