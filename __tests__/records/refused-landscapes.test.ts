import { markdownTable } from "../../model/pages/table";
import {
  REFUSED_CONSUMERS,
  REFUSED_MARKS,
  REFUSED_QUERIES,
  REFUSED_ROWS,
  REFUSED_SHARES,
  REFUSED_TABLES,
  type Refusal,
} from "../model/landscape/refused";
import { recorded } from "../support/recorded";

const section = (title: string, refusals: readonly Refusal[]): readonly string[] => [
  `## ${title}`,
  "",
  ...markdownTable(
    ["refused for", "where", "what the report says"],
    refusals.map(({ title: reason, path, remedy }) => [reason, `\`${path}\``, remedy]),
  ),
  "",
];

const expected = [
  "# What a landscape is refused for",
  "",
  "Everything about access that would surprise somebody, and what the way to the lake cannot carry, with the report's words, from the sample landscape of the tests: a team",
  "`risk-analysts` that reads the tables `loan` and `payment` of the domain `loans`. The report also names the file and the value. Each line is a",
  "test (`__tests__/model/landscape/refused/`), and this page is compared with them. Another one follows what the report says, each way that it names,",
  "and sees that the landscape is accepted (`__tests__/model/landscape/refused/remedies/`).",
  "",
  ...section("Shares", REFUSED_SHARES),
  ...section("Row rules", REFUSED_ROWS),
  ...section("Consumers, teams, auditors", REFUSED_CONSUMERS),
  ...section("Saved queries", REFUSED_QUERIES),
  ...section("Tables", REFUSED_TABLES),
  ...section("What waits for its promotion", REFUSED_MARKS),
].join("\n");

test("the page of refused landscapes says what the checks say; else `npm run update`", () => {
  expect(recorded("docs/refused-landscapes.md", expected)).toBe(expected);
});
