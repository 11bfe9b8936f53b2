import type { Page } from "playwright-core";
import type { PageData } from "../../audit/page/data";
import { clean } from "../audit/support/planted";
import { type Browsing, browsing, dataOf, rowsOf } from "./opened";

const data: PageData = dataOf(clean);
let browser: Browsing;
beforeAll(async () => {
  browser = await browsing();
});
afterAll(() => browser.close());
afterEach(() => browser.demandQuiet());

const status = (page: Page): Promise<string> => page.getByRole("status").innerText();

const byText = (one: string, other: string): number => one.localeCompare(other, "en");

const PEOPLE = /risk-analysts|controllers|branch-planning/;

describe("an auditor asks", () => {
  it("who can read clients' dates of birth: no team, only what merges", async () => {
    const page = await browser.open(data);
    await page.getByRole("link", { name: "Columns", exact: true }).click();
    await page.getByLabel("Search").fill("deposits client birth date");
    const rows = await rowsOf(page, "Columns and who may read them");
    expect(rows.map(([column]) => column)).toContain("birth_date deposits.client, date, in prod-governance");
    for (const [, classification, , readers] of rows) {
      expect(classification).toBe("restricted");
      expect(readers).toMatch(/^prod-deposits-curation role of states\.amazonaws\.com/);
      expect(readers).not.toMatch(PEOPLE);
    }
  });

  it("what the risk analysts can read: twelve tables, with columns", async () => {
    const page = await browser.open(data, "#people");
    await page.getByLabel("Search").fill("risk-analysts");
    await page.getByRole("link", { name: "12 tables" }).click();
    const rows = await rowsOf(page, "Permissions by Lake Formation");
    expect(rows).toHaveLength(12);
    const loan = rows.find(([, table]) => table?.startsWith("loans.loan"));
    expect(loan?.[2]).toMatch(/^10 of 10 columns confidential amount, interest_rate internal /);
    const client = rows.find(([, table]) => table?.startsWith("deposits.client"));
    expect(client?.[2]).toContain("not: full_name, birth_date");
  });

  it("which columns are restricted and who sees them", async () => {
    const page = await browser.open(data, "#columns");
    await page.getByLabel("Table").fill("loans");
    await page.getByLabel("Classification or tag").selectOption("classification: restricted");
    const rows = await rowsOf(page, "Columns and who may read them");
    const curated = rows.filter(([column]) => /\b(?:loans)\.\w+/.test(column ?? ""));
    expect(curated.map(([column]) => column?.split(" ")[0] ?? "").toSorted(byText)).toEqual([
      "address",
      "credit_score",
      "payer_iban",
    ]);
    expect(rows.filter((row) => PEOPLE.test(row[3] ?? ""))).toEqual([]);
  });

  it("which rows branch planning sees", async () => {
    const page = await browser.open(data, "#access");
    await page.getByLabel("Person or account").fill("branch planning");
    const rows = await rowsOf(page, "Permissions by Lake Formation");
    expect(rows.map(([, table, , only]) => [table?.split(" ")[0], only])).toEqual([
      ["deposits.client", '"district_id" IN (1, 2, 3)'],
    ]);
  });

  it("who reaches files past Lake Formation: no team reaches the lake's", async () => {
    const page = await browser.open(data, "#direct");
    const all = await rowsOf(page, "Ways to objects in S3");
    expect(all.length).toBeGreaterThan(5);
    await page.getByLabel("Search").fill("raw");
    const raw = await rowsOf(page, "Ways to objects in S3");
    expect(raw.filter(([who]) => PEOPLE.test(who ?? ""))).toEqual([]);
    expect(raw.map(([who]) => who?.split(" ")[0])).toContain("prod-loans-lake-writer");
  });

  it("which key protects the raw bucket of loans, and who may use it", async () => {
    const page = await browser.open(data, "#direct");
    await page.getByLabel("Search").fill("loans raw");
    const ways = await rowsOf(page, "Ways to objects in S3");
    const keys = new Set(ways.flatMap(([, , , key = ""]) => (key.startsWith("alias/") ? [key.split(" ")[0]] : [])));
    expect([...keys]).toEqual(["alias/prod-loans-raw"]);
    const rights = await rowsOf(page, "Rights to keys");
    expect(rights.map(([, key]) => key)).toContain("alias/prod-loans-raw");
  });

  it("which controls fail or are waived, until when, and who owns that", async () => {
    const page = await browser.open(data, "#controls");
    const waived = data.controls.filter(({ verdicts }) => verdicts.some(({ verdict }) => verdict === "waived"));
    expect(waived).not.toEqual([]);
    await page.getByLabel("Search").fill("aurora-backtrack");
    const waivers = await rowsOf(page, "Waivers");
    expect(waivers.map(([control, , owner]) => [control, owner])).toEqual([
      ["aurora-backtrack, CKV_AWS_326", "platform engineering"],
    ]);
    expect(waivers[0]?.[1]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    await page.getByLabel("Search").fill("");
    await page.getByLabel("Result").selectOption("waived");
    const controls = await rowsOf(page, "Controls");
    expect(controls.length).toBeGreaterThan(0);
    await page.getByRole("table", { name: "Controls" }).getByRole("button", { name: /^Why/ }).first().click();
    expect(
      await page
        .getByText(/^Waived by .+ until \d{4}-\d{2}-\d{2}: /)
        .first()
        .isVisible(),
    ).toBe(true);
  });

  it("where loans.loan.amount comes from", async () => {
    const page = await browser.open(data, "#lineage");
    await page.getByLabel("Table").fill("loans.loan");
    await page.getByLabel("Column").fill("amount");
    await page.getByRole("heading", { name: "prod-lending lending.loan.amount" }).waitFor();
    expect(await page.getByText("Every hop can be followed").count()).toBe(1);
    const picture = page.getByRole("group", {
      name: /^lending\.loan\.amount: lending\.loan, then prod-loans, then examplebank-prod-loans-raw-\d+, then loans_changes\.loan/,
    });
    expect(await picture.textContent()).toContain("prod-risk-risk-analysts");
    expect(await picture.textContent()).not.toContain("controllers");
  });

  it("which columns never leave the source", async () => {
    const page = await browser.open(data, "#lineage?table=core.client&column=national_id");
    const picture = await page.locator(".picture").textContent();
    expect(picture).toContain("removes it");
    expect(picture).not.toContain("deposits.client");
  });

  it("which accounts there are and what flows between them", async () => {
    const page = await browser.open(data, "#accounts");
    expect(await status(page)).toMatch(/^5 accounts, \d+ flows between them$/);
    const flows = await rowsOf(page, "What flows between accounts");
    const told = flows.map(([from, how, to, what]) => [from, how, to, what].join(" "));
    expect(told).toEqual(
      expect.arrayContaining([
        "prod-lending replicates prod-governance 5 tables",
        "prod-deposits replicates prod-governance 7 tables",
        "prod-governance lets read prod-risk 12 tables",
      ]),
    );
  });

  it("what could not be decided", async () => {
    const page = await browser.open(data);
    await page.getByRole("link", { name: "What could not be decided?" }).click();
    expect(await status(page)).toMatch(/^\d+ open points?$/);
    const rows = await rowsOf(page, "What is not decided");
    expect(rows.map(([what]) => what).join("\n")).toContain("Which other roles and users of 111122223333");
  });

  it("each of the ten from the overview, and finds rows or a picture behind it", async () => {
    const page = await browser.open(data);
    const count = await page.locator(".questions a").count();
    expect(count).toBe(10);
    for (let index = 0; index < count; index += 1) {
      await page.getByRole("link", { name: "Overview", exact: true }).click();
      await page.locator(".questions a").nth(index).click();
      await page.getByRole("status").waitFor();
      expect(await status(page)).not.toBe("");
    }
  });
});
