import { createServer } from "node:http";
import type { FoundTable } from "../../model/drift/types";
import { drift } from "../../operations/drift/main";
import { EXIT, Failure } from "../../operations/failure";
import { Processes } from "../../operations/process/processes";
import { landscape } from "../landscape";
import { crawledLoans, withTable } from "../support/crawled";
import { block, parsed } from "../support/json";

/** A catalog that answers GetTables, one table a page, and remembers what it was asked. */
async function catalog(tables: readonly FoundTable[], status = 200) {
  const asked: { readonly target: unknown; readonly body: unknown }[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => (text += String(chunk)));
    request.on("end", () => {
      const body = block(parsed(text));
      asked.push({ target: request.headers["x-amz-target"], body });
      const page = Number(body["NextToken"] ?? 0);
      const answer = {
        TableList: tables.slice(page, page + 1).map(({ name, location, columns }) => ({
          Name: name,
          StorageDescriptor: {
            Location: location,
            Columns: columns.map((each) => ({ Name: each.name, Type: each.type })),
          },
          PartitionKeys: [{ Name: "partition_0", Type: "string" }],
        })),
        ...(page + 1 < tables.length ? { NextToken: String(page + 1) } : {}),
      };
      response.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
      response.end(JSON.stringify(status === 200 ? answer : { __type: "AccessDeniedException", Message: "not you" }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${address.port}`,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
  });
  return { asked, close: () => new Promise((resolve) => server.close(resolve)) };
}

async function run(tables: readonly FoundTable[], args: readonly string[], status?: number) {
  const { asked, close } = await catalog(tables, status);
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  try {
    const terminal = { print, detail: print, heading: print };
    const exit = await drift({ args, processes: new Processes(), terminal }, () => landscape.environments);
    return { exit, text: lines.join("\n"), asked };
  } finally {
    await close();
  }
}

const LOANS = ["--environment", "prod", "--source", "loans"];
const agreed = crawledLoans().tables;
const drifted = withTable("g1_loan", (table) => ({
  ...table,
  columns: [...table.columns, { name: "fee", type: "int" }],
}))(agreed);

describe("npm run drift", () => {
  const environment = { ...process.env };
  afterEach(() => {
    process.env = { ...environment };
  });

  it("reads every page of the crawler's database of the governance account, and nothing else", async () => {
    const { exit, text, asked } = await run(agreed, LOANS);
    expect(text).toBe("No drift: the crawler found what the contracts of loans say.");
    expect(exit).toBe(EXIT.success);
    expect(asked).toHaveLength(agreed.length);
    for (const { target, body } of asked) {
      expect(target).toBe("AWSGlue.GetTables");
      expect(body).toMatchObject({ CatalogId: "111122223333", DatabaseName: "loans_discovered" });
    }
  });

  it("says what to edit, and fails a pipeline", async () => {
    const { exit, text } = await run(drifted, LOANS);
    expect(exit).toBe(EXIT.failed);
    expect(text).toContain("accounts/prod/tables/loans.ts\n  new column: loans.loan.fee\n    found int\n");
    expect(text).toContain("tables[loan].columns: add `fee`");
    expect(text).toContain("1 difference");
  });

  it("prints JSON for programs", async () => {
    const { exit, text } = await run(drifted, [...LOANS, "--json"]);
    expect(exit).toBe(EXIT.failed);
    expect(parsed(text)).toMatchObject([{ kind: "new-column", source: "loans", table: "loan", column: "fee" }]);
    expect((await run(agreed, [...LOANS, "--json"])).text).toBe("[]");
  });

  it("can pass over tables that have not changed since the first load", async () => {
    expect((await run(agreed.slice(1), LOANS)).exit).toBe(EXIT.failed);
    expect((await run(agreed.slice(1), [...LOANS, "--allow-missing"])).exit).toBe(EXIT.success);
  });

  it("says who may read when it may not, and which sources there are", async () => {
    await expect(run(agreed, LOANS, 400)).rejects.toThrow(/Cannot read database loans_discovered[^]*not you/);
    await expect(run(agreed, ["--source", "cards"])).rejects.toThrow("It has: loans, deposits.");
    await expect(run(agreed, ["--source", "cards"])).rejects.toBeInstanceOf(Failure);
  });

  it("explains itself", async () => {
    const { exit, text, asked } = await run([], ["--help"]);
    expect([exit, asked.length]).toEqual([EXIT.success, 0]);
    expect(text).toMatch(/npm run drift[^]*exit status/i);
  });
});
