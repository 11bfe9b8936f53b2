import { CONTROLS } from "../../../audit/controls";
import { diff } from "../../../audit/diff";
import { diffAsMarkdown } from "../../../audit/diff/markdown";
import { outputOf } from "../../../audit/output/read";
import { type Block, block, list } from "../../support/json";
import { set } from "../controls/planted/edit";
import { changed } from "../support/changed";
import { generatedOutput } from "../support/generated";

const TODAY = "2026-11-22";
const clean = generatedOutput();
const of = (resource: Block, more: Block = {}) => outputOf({ s: { resource, ...more } });
const between = (before: Block, after: Block, more: Block = {}) => diff(of(before), of(after, more), [], TODAY);
const bucket = (name: string) => ({ aws_s3_bucket: { b: { bucket: name } } });

describe("a diff of outputs", () => {
  it("of the same is nothing", () => {
    expect(diffAsMarkdown(diff(clean, clean, CONTROLS, TODAY))).toBe("Nothing changes.\n");
  });

  it("says who can read a column that was hidden, and no more", () => {
    const after = changed(clean, "prod-finance-analytics", (document) => {
      const grants = block(block(document["resource"])["aws_lakeformation_permissions"]);
      const grant = Object.values(grants)
        .map(block)
        .find((each) => JSON.stringify(each).includes('"loan"') && JSON.stringify(each).includes("column_names"));
      if (grant === undefined) throw new Error("no grant of loans.loan");
      const tables = grant["table_with_columns"];
      const table = block(Array.isArray(tables) ? tables[0] : tables);
      Object.assign(table, { column_names: [...list(table["column_names"]), "amount"] });
    });
    const { access } = diff(clean, after, [], TODAY);
    // Governance shares no such column with the account, so the wider grant reaches nothing.
    expect(access).toEqual([]);
    const both = changed(after, "prod-governance-access-finance", (document) => {
      for (const grant of Object.values(block(block(document["resource"])["aws_lakeformation_permissions"])).map(
        block,
      )) {
        for (const policy of [grant["lf_tag_policy"]].flat().filter(Boolean).map(block)) {
          for (const expression of list(policy["expression"]).map(block)) {
            if (expression["key"] === "classification") {
              Object.assign(expression, { values: ["public", "internal", "confidential", "restricted"] });
            }
          }
        }
      }
    });
    const found = diff(clean, both, [], TODAY);
    expect(found.severity).toBe("high");
    expect(diffAsMarkdown(found)).toMatch(
      /- prod-finance-controllers \(\d+\) can now SELECT loans\.loan: amount \(all rows\)/,
    );
  });

  it("says which controls fail now, with their severity", () => {
    const after = changed(
      clean,
      "prod-lending-source-loans",
      set("aws_rds_cluster", "aurora", "storage_encrypted", false),
    );
    const found = diff(clean, after, CONTROLS, TODAY);
    expect(found.failing.map(({ rule }) => rule)).toEqual(["database-encrypted"]);
    expect(found.resources).toMatchObject([{ kind: "replaced", detail: ["storage_encrypted"] }]);
    expect(diff(after, clean, CONTROLS, TODAY).mended.map(({ rule }) => rule)).toEqual(["database-encrypted"]);
  });

  it("tells a replacement from one that only may be, and from a change", () => {
    expect(between(bucket("a"), bucket("b")).resources).toMatchObject([{ kind: "replaced", detail: ["bucket"] }]);
    expect(between(bucket("a"), bucket("${var.b}")).resources).toMatchObject([{ kind: "may be replaced" }]);
    const tagged = { aws_s3_bucket: { b: { bucket: "a", tags: { x: "y" } } } };
    expect(between(bucket("a"), tagged).resources).toMatchObject([{ kind: "changed", detail: ["tags"] }]);
  });

  it("tells a move from a loss", () => {
    const renamed = { aws_s3_bucket: { c: { bucket: "a" } } };
    const lost = between(bucket("a"), renamed);
    expect(lost.severity).toBe("critical");
    expect(lost.resources.map(({ kind }) => kind)).toEqual(["destroyed", "created"]);
    expect(diffAsMarkdown(lost)).toContain('{"moved":[{"from":"aws_s3_bucket.b","to":"aws_s3_bucket.c"}]}');
    const moved = between(bucket("a"), renamed, { moved: [{ from: "aws_s3_bucket.b", to: "aws_s3_bucket.c" }] });
    expect(moved.severity).toBe("info");
    expect(moved.resources).toMatchObject([{ kind: "moved", detail: ["aws_s3_bucket.c"] }]);
  });
});
