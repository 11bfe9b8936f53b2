import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runAudit } from "../../cli/audit/main";
import { synthesized } from "../support/synthesized";

const folder = mkdtempSync(join(tmpdir(), "lake-audit-"));
const out = join(folder, "made", "page.html");

beforeAll(() => {
  const bank = synthesized();
  for (const id of bank.ids) {
    mkdirSync(join(folder, "json", id), { recursive: true });
    writeFileSync(join(folder, "json", id, "cdk.tf.json"), JSON.stringify(bank.stack(id)));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const status = await runAudit(
    [...args, join(folder, "json")],
    (text) => printed.push(text),
    (text) => complaints.push(text),
  );
  return { status, printed: printed.join("\n"), complaints };
}

describe("lake-audit", () => {
  it("writes the page with its folders and says where", async () => {
    const { status, printed } = await run("page", "--out", out);
    expect([status, printed]).toEqual([0, expect.stringMatching(/^The page: .*page\.html \(\d+\.\d MB, /)]);
    expect(readFileSync(out, "utf8")).toMatch(/^<!doctype html>/);
  });

  it("ends its summary with the page", async () => {
    const { printed } = await run("--page", out);
    expect(printed.trimEnd().split("\n").at(-1)).toMatch(/^The page: .*page\.html/);
  });

  it("follows one column of one table", async () => {
    const { status, printed } = await run("lineage", "--table", "loans.loan", "--column", "amount");
    expect(status).toBe(0);
    expect(printed).toContain("amount -> amount decimal(12,2) -> amount decimal(12,2)");
    expect(printed).not.toContain("interest_rate");
  });

  it("reports as Markdown and as CSV, and knows no other format", async () => {
    expect((await run("report")).printed).toMatch(/^# Who may read what/);
    expect((await run("report", "--format", "csv")).printed).toMatch(/^principal,kind,/);
    const { status, complaints } = await run("report", "--format", "pdf");
    expect([status, complaints.join()]).toEqual([2, "--format pdf: write markdown, csv."]);
  });
});
