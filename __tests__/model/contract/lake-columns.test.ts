import * as fc from "fast-check";
import { CLASSIFICATIONS } from "../../../model/contract/classification";
import { column } from "../../../model/contract/column";
import { changeColumns, curatedColumns, lakeColumns, tableClassification } from "../../../model/contract/lake-columns";
import { anySource, sourceOf, table } from "../../support/sources";

const ACCOUNT = table("account", {
  Id: column("bigint", "internal", "Key"),
  kind: column("smallint", "confidential", "Kind"),
  pin: column("char(4)", "forbidden", "Never"),
});
const columns = lakeColumns(sourceOf(ACCOUNT), ACCOUNT);

describe("columns of the lake", () => {
  it("are those of the contract in its order, in lower case, without the forbidden ones", () => {
    expect(columns).toEqual([
      { name: "id", classification: "internal", description: "Key", raw: "bigint", curated: "bigint" },
      { name: "kind", classification: "confidential", description: "Kind", raw: "smallint", curated: "int" },
    ]);
  });

  it("have Iceberg's types in the current rows, and tell their classification", () => {
    expect(curatedColumns(columns)).toEqual([
      { name: "id", type: "bigint", comment: "[internal] Key" },
      { name: "kind", type: "int", comment: "[confidential] Kind" },
    ]);
  });

  it("stand behind DMS's own columns in the changes, with the types of the files", () => {
    expect(changeColumns(columns).map(({ name, type }) => [name, type])).toEqual([
      ["op", "string"],
      ["dms_commit_ts", "string"],
      ["dms_change_seq", "string"],
      ["id", "bigint"],
      ["kind", "smallint"],
    ]);
  });

  it("are never forbidden, for any source", () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const all = source.tables.flatMap((each) => lakeColumns(source, each));
        expect(all.filter(({ classification }) => classification === "forbidden")).toEqual([]);
      }),
    );
  });

  it("of a type that the lake cannot hold are an error", () => {
    const bad = table("bad", { id: column("geometry", "internal", "Place") });
    expect(() => lakeColumns(sourceOf(bad), bad)).toThrow('column type "geometry" cannot be replicated');
  });
});

describe("the classification of a table", () => {
  it("is the highest of its columns, so that an untagged column is hidden", () => {
    fc.assert(
      fc.property(anySource, (source) => {
        for (const each of source.tables) {
          const lake = lakeColumns(source, each);
          const own = CLASSIFICATIONS.indexOf(tableClassification(lake));
          const all = lake.map(({ classification }) => CLASSIFICATIONS.indexOf(classification));
          expect(own).toBe(Math.max(...all));
        }
      }),
    );
  });

  it("of a table without columns is public", () => {
    expect(tableClassification([])).toBe("public");
  });
});
