import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext, Script } from "node:vm";
import type { PageData } from "../../../audit/page/data";
import { page } from "../../../audit/page/html";
import { script, style } from "../../../audit/page/inline";

const DATA: PageData = {
  title: "A <b>title</b>",
  today: "2026-01-15",
  stacks: 0,
  resources: 0,
  causes: [],
  accounts: [],
  flows: [],
  principals: [],
  tables: [],
  links: [],
  cells: [],
  buckets: [],
  keys: [],
  lineage: [],
  unexplained: [],
  controls: [],
  waivers: [],
  findings: [],
  undecided: [{ sentence: "</script><script>alert(1)</script>", reason: "<!--", causes: [] }],
  notEvaluated: [],
};

const html = page(DATA);

/** What the page's own script makes of its data. */
function unpacked(data: string): unknown {
  const source = readFileSync(join(__dirname, "../../../audit/page/client/unpack.js"), "utf8").replace("export ", "");
  return JSON.parse(String(runInNewContext(`${source}; JSON.stringify(unpacked(JSON.parse(data)))`, { data })));
}

const sha256 = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const part = (pattern: RegExp): string => pattern.exec(html)?.[1] ?? "";

describe("the page", () => {
  it("holds its data where they cannot end their element, and as they were", () => {
    const data = part(/<script type="application\/json" id="data">(.*?)<\/script>/s);
    expect(data).not.toContain("<");
    expect(unpacked(data)).toEqual(DATA);
    expect(html).toContain("<title>A &lt;b&gt;title&lt;/b&gt;</title>");
  });

  it("holds a text and the shape of an object once, however often they occur", () => {
    const repeated = { ...DATA, unexplained: Array.from({ length: 50 }, () => ({ why: "the same reason", cause: 0 })) };
    expect(page(repeated).split("the same reason")).toHaveLength(2);
    expect(page(repeated).length - html.length).toBeLessThan(50 * 20);
  });

  it("allows its own script and style and nothing else", () => {
    expect(part(/http-equiv="Content-Security-Policy" content="([^"]*)"/)).toBe(
      `default-src 'none'; script-src ${sha256(script())}; style-src ${sha256(style())}; base-uri 'none'; form-action 'none'`,
    );
    expect(html).toContain(`<script>${script()}</script>`);
    expect(html).toContain(`<style>${style()}</style>`);
  });

  it("loads nothing, and names no address of the network but that of SVG", () => {
    expect([...html.matchAll(/https?:\/\/[^"'\s]+/g)].map(([url]) => url)).toEqual(["http://www.w3.org/2000/svg"]);
    expect(html).not.toMatch(/\s(?:src|srcset)=|@import|url\(|<link/);
  });

  it("is the same at every run", () => {
    expect(page(DATA)).toBe(html);
  });

  it("has a script that can be read as one, without modules to load", () => {
    expect(() => new Script(script())).not.toThrow();
    expect(script()).not.toMatch(/^\s*(?:import|export)\s/m);
  });
});
