import type { Landscape } from "../../../model/landscape/types";
import { consumerPages } from "../../../model/pages";
import { markdownTable } from "../../../model/pages/table";
import { landscape } from "../../landscape";
import { prod } from "../../landscape/prod";

const pages = consumerPages(landscape);
const page = (name: string): string => pages.get(`${name}.md`) ?? "";

describe("the pages of consumer teams", () => {
  it("are one for each team, whatever the number of environments", () => {
    expect([...pages.keys()]).toEqual([
      "risk-risk-analysts.md",
      "finance-controllers.md",
      "finance-branch-planning.md",
    ]);
  });

  it("say what is the same in all environments once, and what differs for each", () => {
    const alike: Landscape = { environments: [prod, { ...prod, name: "copy" }] };
    const less: Landscape = { environments: [prod, { ...prod, name: "copy", queries: [] }] };
    const [one, other] = [alike, less].map(
      (each) => consumerPages(each).get("risk-risk-analysts.md")?.split("\n") ?? [],
    );
    expect(one?.filter((line) => line.startsWith("## "))).toEqual([
      "## Data",
      "## Saved queries",
      "## Connect in prod",
      "## Connect in copy",
      "## When a query is denied",
    ]);
    expect(one?.filter((line) => line.startsWith("| prod") || line.startsWith("| copy"))).toHaveLength(2);
    expect(other?.filter((line) => line.startsWith("## Saved"))).toEqual([
      "## Saved queries in prod",
      "## Saved queries in copy",
    ]);
  });

  it.each([...pages])("%s says what, why, how fresh, how to connect and what to do when denied", (name, text) => {
    for (const heading of ["Data", "Saved queries", "Connect", "When a query is denied"]) {
      expect(text).toContain(`\n## ${heading}`);
    }
    expect(text).toMatch(/minutes after its commit/);
    for (const environment of ["prod", "staging"]) {
      const workgroup = `${environment}-${name.replace(".md", "")}`;
      expect(text).toContain(`jdbc:athena://Region=eu-central-1;WorkGroup=${workgroup};`);
    }
  });

  it("show a team its columns and no others", () => {
    expect(page("risk-risk-analysts")).toContain("| `monthly_income` ");
    expect(page("finance-controllers")).not.toContain("monthly_income");
    for (const text of pages.values()) expect(text).not.toMatch(/national_id|card_number|credit_score|full_name/);
  });

  it("show the row rule, its end and its owner", () => {
    expect(page("finance-branch-planning")).toContain('Rows: `"district_id" IN (1, 2, 3)`.');
    expect(page("finance-branch-planning")).toContain(
      "head-of-branches@examplebank.example answers for it. Until 2036-12-31.",
    );
  });

  it("say why a saved query is not there", () => {
    expect(page("finance-controllers")).toContain(
      "- `delinquency_today`: `loans.instalment`, no share opens interest, principal",
    );
    expect(page("finance-branch-planning")).toContain("no share opens the table");
    expect(page("risk-risk-analysts")).toContain("EXECUTE exposure_per_client USING 10000;");
    expect(page("risk-risk-analysts")).not.toContain("Not for this team");
  });
});

test("a cell cannot break its table", () => {
  expect(markdownTable(["a", "b"], [["x|y", "two\nlines"]])).toEqual([
    "| a    | b         |",
    "| ---- | --------- |",
    "| x\\|y | two lines |",
  ]);
});
