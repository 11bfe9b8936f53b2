import { column } from "../../../model/contract/column";
import { loadStatement } from "../../../model/sql/merge";
import { findingsOn } from "../../support/guarded";
import { sourceOf, table } from "../../support/sources";

const saved = (columns: number): string => {
  const wide = Object.fromEntries(
    Array.from({ length: columns }, (_, index) => [
      `a_column_of_usual_length_${index}`,
      column("varchar(10)", "internal", "Value"),
    ]),
  );
  const contract = table("wide", { id: column("bigint", "internal", "Key"), ...wide });
  return loadStatement(sourceOf(contract), contract);
};

describe("the guard of query lengths", () => {
  it("passes the statements of a table of seven hundred columns", () => {
    expect(findingsOn("aws_athena_named_query", { query: saved(700) })).toEqual([]);
  });

  it("finds one that a run could not hand on", () => {
    const query = saved(2000);
    // Athena itself would not take it either, which another guard says.
    expect(findingsOn("aws_athena_named_query", { query }).filter(({ cause }) => cause.includes("as JSON"))).toEqual([
      {
        stack: "one",
        place: "aws_athena_named_query.x",
        cause: `the query has ${Buffer.byteLength(JSON.stringify(query))} bytes as JSON; a run can hand on 250000`,
        remedy: "leave columns that nobody needs out of the table's contract, or split the table at the source",
      },
    ]);
  });
});
