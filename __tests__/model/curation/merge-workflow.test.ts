import * as fc from "fast-check";
import { mergeWorkflow, WINDOW_DAYS } from "../../../model/curation/merge-workflow";
import { mergeStatement } from "../../../model/sql/merge";
import { at, block, list, parsed } from "../../support/json";
import { anySource } from "../../support/sources";
import { reachableStates } from "../../support/states";

/** Step Functions refuses longer definitions: 1 MiB of characters. */
const LONGEST = 1_048_576;

describe("the merge workflow", () => {
  it("looks at today and yesterday, for commits before midnight", () => {
    expect(WINDOW_DAYS).toBe(2);
  });

  it("holds the statement of every table, in one machine whose states are all reached", () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const text = mergeWorkflow(source, "group");
        const workflow = block(parsed(text));
        expect(at(workflow, "States", "Tables", "Result")).toEqual(
          source.tables.map((table) => ({ table: table.name, statement: mergeStatement(source, table) })),
        );
        expect(reachableStates(workflow).size).toBe(3);
        expect(text.length).toBeLessThan(LONGEST);
      }),
      { numRuns: 50 },
    );
  });

  it("hands each table its statement and the days of the run", () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const map = block(at(block(parsed(mergeWorkflow(source, "group"))), "States", "Each table"));
        expect(map["ItemsPath"]).toBe("$.tables");
        expect(map["ItemSelector"]).toEqual({ "statement.$": "$$.Map.Item.Value.statement", "days.$": "$.days" });
        expect(list([map["MaxConcurrency"]])).toEqual([5]);
      }),
      { numRuns: 5 },
    );
  });
});
