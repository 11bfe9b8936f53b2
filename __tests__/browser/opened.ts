import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { evaluate } from "../../audit/check/evaluate";
import { CONTROLS } from "../../audit/controls";
import { readLineage } from "../../audit/lineage/read";
import { accessMatrix } from "../../audit/matrix";
import { outputOf } from "../../audit/output/read";
import type { PageData } from "../../audit/page/data";
import { pageData } from "../../audit/page/data/page-data";
import { page as htmlOf } from "../../audit/page/html";
import type { Block } from "../support/json";

/** Debian's Chromium; another one by CHROMIUM. */
const PROGRAM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Day that waivers are judged on: before the first of the landscape's ends. */
const TODAY = "2026-01-15";

export const DESKTOP = { width: 1360, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Everything that the page shows of stacks. */
export function dataOf(stacks: Readonly<Record<string, Block>>): PageData {
  const output = outputOf(stacks);
  return pageData({
    output,
    matrix: accessMatrix(output),
    lineage: readLineage(output),
    controls: evaluate(output, CONTROLS, TODAY),
  });
}

/** A browser, and what pages in it did that they must not do. */
export interface Browsing {
  /** Opens the page of some data at an address like `#access`, without a network. */
  open(data: PageData, hash?: string, viewport?: { readonly width: number; readonly height: number }): Promise<Page>;
  /** @throws Error when a page wrote to the console, failed, or asked for anything but its own file */
  demandQuiet(): void;
  close(): Promise<void>;
}

/** @throws Error when there is no Chromium */
export async function browsing(): Promise<Browsing> {
  if (!existsSync(PROGRAM))
    throw new Error(`${PROGRAM} is missing: apt-get install chromium, or name another by CHROMIUM`);
  const folder = mkdtempSync(join(tmpdir(), "lake-page-"));
  const browser: Browser = await chromium.launch({ executablePath: PROGRAM, args: ["--no-sandbox"] });
  const noise: string[] = [];
  return {
    demandQuiet() {
      if (noise.length > 0) throw new Error(noise.join("\n"));
    },
    async open(data, hash = "", viewport = DESKTOP) {
      const file = join(folder, "page.html");
      writeFileSync(file, htmlOf(data));
      const url = pathToFileURL(file).href;
      const context = await browser.newContext({ viewport, offline: true, reducedMotion: "reduce" });
      const page = await context.newPage();
      page.on("console", (message) => noise.push(`${message.type()}: ${message.text()}`));
      page.on("pageerror", (error) => noise.push(error.message));
      page.on("request", (request) => {
        if (request.url().split("#")[0] !== url) noise.push(`request: ${request.url()}`);
      });
      await page.goto(`${url}${hash}`);
      await page.getByRole("heading", { level: 2 }).waitFor();
      return page;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The rows of a table by its caption, as texts of their cells. */
export async function rowsOf(page: Page, caption: string): Promise<readonly (readonly string[])[]> {
  const rows = await page.getByRole("table", { name: caption }).locator("tbody tr[data-row]").all();
  return Promise.all(
    rows.map(async (row) =>
      (await row.locator("th, td").allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " ").trim()),
    ),
  );
}
