import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import type { PageData } from "../../audit/page/data";
import { clean } from "../audit/support/planted";
import { type Block, block } from "../support/json";
import { type Browsing, browsing, DESKTOP, dataOf, PHONE, rowsOf } from "./opened";

const data: PageData = dataOf(clean);
let browser: Browsing;
beforeAll(async () => {
  browser = await browsing();
});
afterAll(() => browser.close());
afterEach(() => browser.demandQuiet());

const VIEWS = ["overview", "access", "columns", "people", "direct", "lineage", "accounts", "controls", "open"];
const status = (page: Page): Promise<string> => page.getByRole("status").innerText();
const focused = (page: Page): Promise<string> => page.locator(":focus").innerText();

describe("the page by keyboard", () => {
  it("begins with a way past the navigation", async () => {
    const page = await browser.open(data, "#access");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Skip to content");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").getAttribute("name")).toBe("q");
  });

  it("goes to the heading of a view that is chosen, and marks it", async () => {
    const page = await browser.open(data);
    await page.getByRole("link", { name: "Columns", exact: true }).press("Enter");
    expect(await focused(page)).toBe("Columns");
    expect(await page.locator('nav [aria-current="page"]').allInnerTexts()).toEqual(["Columns"]);
    expect(await page.title()).toMatch(/^Columns/);
  });

  it("explains a row with stack, address, construct and place in the JSON", async () => {
    const page = await browser.open(data, "#access?person=risk-analysts&table=loans.loan");
    const why = page.getByRole("button", { name: "Why: prod-risk-risk-analysts on loans.loan" });
    expect(await why.getAttribute("aria-expanded")).toBe("false");
    await why.press("Enter");
    expect(await why.getAttribute("aria-expanded")).toBe("true");
    const reasons = await page.locator(`[id="${await why.getAttribute("aria-controls")}"]`).innerText();
    expect(reasons).toContain("prod-governance-access-risk");
    expect(reasons).toMatch(/aws_lakeformation_permissions\.\S+/);
    expect(reasons).toMatch(/prod-risk-analytics\/grants\//);
    expect(reasons).toMatch(/cdk\.tf\.json \/resource\/aws_lakeformation_permissions\//);
    await why.press("Space");
    expect(await why.getAttribute("aria-expanded")).toBe("false");
  });

  it("sorts by a column and says so", async () => {
    const page = await browser.open(data, "#columns?table=loans.loan");
    const sorter = page.getByRole("button", { name: "Column", exact: true });
    await sorter.press("Enter");
    expect(await page.getByRole("columnheader", { name: "Column", exact: true }).getAttribute("aria-sort")).toBe(
      "ascending",
    );
    const names = (await rowsOf(page, "Columns and who may read them")).map(([name = ""]) => name.split(" ")[0]);
    expect(names.slice(0, 2)).toEqual(["account_id", "amount"]);
    await sorter.press("Enter");
    const reversed = (await rowsOf(page, "Columns and who may read them")).map(([name = ""]) => name.split(" ")[0]);
    expect(reversed[0]).toBe("updated_at");
  });
});

describe("search and filters", () => {
  it("tell the number of results while one types", async () => {
    const page = await browser.open(data, "#access");
    const all = await status(page);
    await page.getByLabel("Search").fill("controllers loans");
    expect(await status(page)).not.toBe(all);
    expect(await status(page)).toMatch(/^4 permissions of 1 principal in 1 account$/);
    await page.getByRole("button", { name: "Clear" }).click();
    expect(await status(page)).toBe(all);
  });

  it("stand in the address, so that an answer can be linked and gone back to", async () => {
    const page = await browser.open(data, "#access");
    await page.getByLabel("Person or account").fill("finance");
    await page.getByLabel("Classification or tag").selectOption("classification: confidential");
    const found = await status(page);
    await page.reload();
    expect(await status(page)).toBe(found);
    expect(await page.getByLabel("Person or account").inputValue()).toBe("finance");
    await page.getByRole("link", { name: "Accounts", exact: true }).click();
    await page.goBack();
    expect(await status(page)).toBe(found);
  });

  it("say what it means that nothing is found", async () => {
    const page = await browser.open(data, "#access?q=nobody-of-this-name");
    expect(await page.getByText("Nobody has such a permission").isVisible()).toBe(true);
    expect(await status(page)).toMatch(/^0 permissions/);
  });

  it("show other permissions than reading when asked", async () => {
    const page = await browser.open(data, "#access");
    await page.getByLabel("Permission").selectOption("DESCRIBE");
    const rows = await rowsOf(page, "Permissions by Lake Formation");
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter((row) => !row[4]?.startsWith("DESCRIBE"))).toEqual([]);
  });
});

describe("the page is accessible", () => {
  const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ])("on a %s, every view, explanations open", async (_, viewport) => {
    const page = await browser.open(data, "", viewport);
    await page.evaluate(axe);
    for (const view of VIEWS) {
      await page.evaluate(`location.hash = "#${view}"`);
      await page.locator(`#view-${view}`).waitFor();
      const why = page.locator(`#view-${view} button.why`).first();
      if ((await why.count()) > 0) await why.click();
      const violations: unknown = await page.evaluate(
        `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] })
          .then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)]))`,
      );
      expect([view, violations]).toEqual([view, []]);
    }
  });

  it("on a phone, nothing wider than the screen but pictures that scroll", async () => {
    const page = await browser.open(data, "", PHONE);
    for (const view of VIEWS) {
      await page.evaluate(`location.hash = "#${view}"`);
      await page.locator(`#view-${view}`).waitFor();
      const width: unknown = await page.evaluate("document.documentElement.scrollWidth");
      expect([view, width]).toEqual([view, PHONE.width]);
    }
  });
});

/** Pages of a PDF. */
const pagesOf = (pdf: Buffer): number => [...pdf.toString("latin1").matchAll(/\/Type\s*\/Page[^s]/g)].length;

describe("printing", () => {
  it("from a view prints that view with its filters, every row and no controls", async () => {
    const page = await browser.open(data, "#columns?q=loan");
    await page.emulateMedia({ media: "print" });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    const found = Number.parseInt(await status(page), 10);
    expect(found).toBeGreaterThan(50);
    expect(await page.locator("#view-columns tbody tr[data-row]").count()).toBe(found);
    expect(await page.getByText("Search: loan").isVisible()).toBe(true);
    expect(await page.getByRole("navigation").isVisible()).toBe(false);
    expect(await page.getByRole("search").isVisible()).toBe(false);
    expect(await page.locator(".view:visible").count()).toBe(1);
  });

  it("from the overview prints everything, and the page is as before afterwards", async () => {
    const page = await browser.open(data);
    await page.emulateMedia({ media: "print" });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator(".view:visible").count()).toBe(VIEWS.length);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await page.locator(".view:visible").count()).toBe(1);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBeGreaterThan(8);
  });
});

/** The stacks with a text changed wherever it stands. */
function changed(from: string, to: string): Readonly<Record<string, Block>> {
  const json: unknown = JSON.parse(JSON.stringify(clean).replaceAll(from, to));
  return Object.fromEntries(Object.entries(block(json)).map(([id, each]) => [id, block(each)]));
}

describe("the page of other JSON", () => {
  it("shows markup in names as text", async () => {
    const hostile = "<img src=x onerror=alert(1)>";
    const page = await browser.open(dataOf(changed("Date of birth", hostile)), "#columns?q=birth");
    expect(await page.getByText(hostile).first().isVisible()).toBe(true);
    expect(await page.locator("img").count()).toBe(0);
  });

  it("shows a broken hop with its cause", async () => {
    const page = await browser.open(
      dataOf(changed("lending/loans/g1/lending/loan/", "lending/loans/g7/lending/loan/")),
      "#lineage?table=lending.loan&column=amount",
    );
    expect(await page.getByText(/✕ \d+ hops? cannot be followed/).isVisible()).toBe(true);
    const breaks = await page.locator(".breaks").innerText();
    expect(breaks).toMatch(
      /no table of the catalog reads s3:\S+\/g1\/lending\/loan\/; loans_\w+\.loan reads s3:\S+\/g7\/lending\/loan\//,
    );
    expect(breaks).toContain("prod-governance-catalog-loans");
    expect(await page.locator(".picture").textContent()).toContain("✕ broken");
  });

  it("of many accounts draws and lists a part, and finds the rest", async () => {
    const many = 5000;
    const cell = data.cells.find(({ permission, of }) => permission === "SELECT" && of !== undefined);
    if (cell === undefined) throw new Error("nobody reads anything");
    const principals = Array.from({ length: 500 }, (_, index) => ({
      id: `arn:aws:iam::${100_000_000_000 + index}:role/team${index}`,
      kind: "role" as const,
      name: `team${index}`,
      account: String(100_000_000_000 + index),
      declared: true,
      assumedBy: [],
    }));
    const page = await browser.open(
      {
        ...data,
        principals: [...data.principals, ...principals],
        cells: Array.from({ length: many }, (_, index) => ({
          ...cell,
          principal: data.principals.length + (index % 500),
        })),
      },
      "#access",
    );
    expect(await status(page)).toBe("5,000 permissions of 500 principals in 500 accounts");
    expect(await page.locator("tbody tr[data-row]").count()).toBe(50);
    await page.getByRole("button", { name: "Show 50 more of 4950" }).click();
    expect(await page.locator("tbody tr[data-row]").count()).toBe(100);
    await page.getByLabel("Person or account").fill("team499");
    expect(await status(page)).toBe("10 permissions of 1 principal in 1 account");
  });
});
