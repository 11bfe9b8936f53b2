import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { runOptions, setupOptions } from "../../../operations/cloud/options";
import { packageStack } from "../../../operations/cloud/package-stack";
import { runRemotely } from "../../../operations/cloud/run";
import { setUp } from "../../../operations/cloud/setup";
import { write } from "../../support/folders";
import { FakeTerraformCloud } from "../../support/terraform-cloud/api";
import { synthesizedForCloud } from "../../support/terraform-cloud/landscape";

const folder = mkdtempSync(join(tmpdir(), "lake-test-"));
afterAll(() => rmSync(folder, { recursive: true }));
const { environment, stacks } = synthesizedForCloud(join(folder, "out"));

/** An organization that is set up, and `npm run cloud -- run` in it. */
async function organization() {
  const api = new FakeTerraformCloud();
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const terminal = { print, detail: print, heading: print };
  const cloud = { environment, stacks, variables: { TFE_TOKEN: api.token }, terminal, reach: api };
  await setUp(cloud, setupOptions(["--apply"]));
  api.requests.length = 0;
  lines.length = 0;
  return { api, lines, run: (...args: readonly string[]) => runRemotely(cloud, runOptions(args)) };
}

async function unpacked(archive: Uint8Array | undefined): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {};
  for await (const entry of Readable.from([archive ?? ""])
    .pipe(createGunzip())
    .pipe(extract())) {
    files[entry.header.name] = await text(entry);
  }
  return files;
}

describe("npm run cloud -- run", () => {
  it("uploads the stack's folder, whole, and applies a plan that is approved beforehand", async () => {
    const { api, lines, run } = await organization();
    expect(await run("--auto-approve", "prod-lending-readiness-loans")).toBe(true);
    const files = await unpacked(api.archives.get("prod-lending-readiness-loans"));
    const source = join(folder, "out/stacks/prod-lending-readiness-loans");
    expect(files["cdk.tf.json"]).toBe(readFileSync(join(source, "cdk.tf.json"), "utf8"));
    expect(Object.keys(files)).toContain("readiness.zip");
    expect(lines.slice(-3)).toEqual(["confirmed", "applying", "applied"]);
  });

  it("leaves a plan to be confirmed by somebody, and does not go on with what depends on it", async () => {
    const { lines, run } = await organization();
    expect(await run("prod-lending-*")).toBe(false);
    expect(lines[0]).toBe("prod-lending-network");
    expect(lines.at(-1)).toMatch(
      /^The plan of prod-lending-network waits to be confirmed: https:\/\/app\.terraform\.io\/app\/examplebank\/workspaces\/prod-lending-network\/runs\/run-\w+ Not run: prod-lending-source-loans, /,
    );
  });

  it("runs stacks after those they depend on", async () => {
    const { lines, run } = await organization();
    expect(await run("--auto-approve", "prod-lending-*")).toBe(true);
    const order = lines.filter((line) => line.startsWith("prod-"));
    for (const { id, dependencies } of stacks.filter((stack) => order.includes(stack.id))) {
      for (const other of dependencies) expect(order.indexOf(other)).toBeLessThan(order.indexOf(id));
    }
    expect(order.length).toBeGreaterThan(4);
  });

  it("only plans when asked, and goes on when nothing changes", async () => {
    const { api, run } = await organization();
    expect(await run("--plan-only", "prod-risk-*", "prod-finance-*")).toBe(true);
    api.plan = () => "no changes";
    expect(await run("prod-risk-*", "prod-finance-*")).toBe(true);
    expect(api.writes.filter((request) => request.endsWith("actions/apply"))).toEqual([]);
  });

  it("stops at a run that fails", async () => {
    const { api, lines, run } = await organization();
    api.plan = (workspace) => (workspace === "prod-lending-network" ? "error" : "changes");
    expect(await run("--auto-approve", "prod-lending-*")).toBe(false);
    expect(lines.at(-1)).toContain("The run of prod-lending-network is errored: https://");
  });

  it("says what is wrong with its arguments, and when there is no workspace", async () => {
    const { api, run } = await organization();
    expect(() => runOptions([])).toThrow("Name stacks");
    expect(() => runOptions(["--plan-only", "--auto-approve", "x"])).toThrow("exclude each other");
    expect(runOptions(["--env", "prod", "a", "--message", "b", "c"]).stacks).toEqual(["a", "c"]);
    await expect(run("prod-sales-*")).rejects.toThrow("No stack matches prod-sales-*");
    api.workspaces.clear();
    await expect(run("prod-risk-*")).rejects.toThrow("npm run cloud -- setup --apply");
  });
});

describe("the archive of a stack", () => {
  it("has the lock file, and nothing that Terraform keeps for itself", async () => {
    const stack = join(folder, "stack");
    write(join(stack, "cdk.tf.json"), "{}");
    write(join(stack, "assets/x.zip"), "zip");
    for (const name of [".terraform/providers/x", "a.tfstate", "a.tfstate.backup", "errored.tfstate"]) {
      write(join(stack, name), "local");
    }
    writeFileSync(join(stack, ".terraform.lock.hcl"), "lock");
    const archive = await packageStack(stack);
    expect(await unpacked(archive)).toEqual({
      ".terraform.lock.hcl": "lock",
      "assets/x.zip": "zip",
      "cdk.tf.json": "{}",
    });
    expect(await packageStack(stack)).toEqual(archive);
  });
});
