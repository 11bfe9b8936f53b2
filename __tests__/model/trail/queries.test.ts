import { TRAIL_COLUMNS } from "../../../model/trail/columns";
import { trailQueries } from "../../../model/trail/queries";
import { syntaxErrors } from "../../support/trino";

const all = trailQueries("lake_audit");
const KNOWN = new Set([...TRAIL_COLUMNS.map(({ name }) => name), "day", "region", "current_date", "bigint"]);

describe("the auditors' queries", () => {
  it("are these", () => {
    expect(all.map(({ name }) => name)).toEqual([
      "who_read_which_table",
      "which_grants_changed",
      "who_touched_lake_files",
      "what_was_refused",
    ]);
  });

  it.each(all.map((query) => [query.name, query] as const))(
    "%s is correct, saved and prepared",
    (_, { saved, prepared }) => {
      expect(syntaxErrors(saved)).toEqual([]);
      expect(syntaxErrors(prepared)).toEqual([]);
      expect(prepared).toBe(saved.replace("CAST(7 AS", "CAST(? AS"));
      expect(prepared).toContain("CAST(? AS bigint)");
    },
  );

  it.each(all.map((query) => [query.name, query] as const))(
    "%s reads columns that CloudTrail's records have",
    (_, { saved }) => {
      const words = saved
        .replaceAll(/'[^']*'/g, "")
        .replaceAll(/"[^"]*"/g, "")
        .replaceAll(/ AS \w+/g, "")
        .replaceAll(/\.\w+/g, "");
      const columns = [...words.matchAll(/(?<!\w)([a-z_]+)(?!\w*\()/g)].map(([, word = ""]) => word);
      expect(columns.filter((word) => !KNOWN.has(word))).toEqual([]);
    },
  );
});
