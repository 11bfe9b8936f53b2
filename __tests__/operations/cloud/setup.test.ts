import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setupOptions } from "../../../operations/cloud/options";
import { setUp } from "../../../operations/cloud/setup";
import { block, list, parsed } from "../../support/json";
import { FakeTerraformCloud } from "../../support/terraform-cloud/api";
import { PROJECT, synthesizedForCloud } from "../../support/terraform-cloud/landscape";

const folder = mkdtempSync(join(tmpdir(), "lake-test-"));
afterAll(() => rmSync(folder, { recursive: true }));
const { environment, stacks } = synthesizedForCloud(join(folder, "out"));

const silent = (): void => undefined;

/** Runs `npm run cloud -- setup` with these arguments and returns what it printed. */
async function setup(api: FakeTerraformCloud, ...args: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const cloud = {
    environment,
    stacks,
    variables: { TF_TOKEN_app_terraform_io: api.token },
    terminal: { print, detail: print, heading: print },
    reach: api,
  };
  await setUp(cloud, setupOptions(args));
  return lines;
}

async function organization(): Promise<FakeTerraformCloud> {
  const api = new FakeTerraformCloud();
  await setup(api, "--apply");
  return api;
}

describe("npm run cloud -- setup", () => {
  it("says what it would do, and does nothing, unless told", async () => {
    const api = new FakeTerraformCloud();
    const lines = await setup(api);
    expect(api.writes).toEqual([]);
    expect(lines[0]).toBe(
      `app.terraform.io, organization examplebank, project ${PROJECT}: ${stacks.length} workspaces`,
    );
    expect(lines).toContain(`+ project ${PROJECT}`);
    expect(lines).toContain("+ prod-lending-replication-loans: runs after prod-lending-readiness-loans");
    expect(lines.at(-1)).toMatch(/^\d+ changes\. Nothing was changed: --apply does it\.$/);
  });

  it("makes a workspace per stack in the project, which runs remotely and applies nothing by itself", async () => {
    const api = await organization();
    expect([...api.projects.values()]).toEqual([PROJECT]);
    const made = [...api.workspaces.values()];
    expect(made.map(({ attributes }) => String(attributes["name"])).toSorted()).toEqual(stacks.map(({ id }) => id));
    expect(made.every(({ projectId }) => api.projects.has(projectId))).toBe(true);
    expect(api.workspace("prod-lending-network").attributes).toEqual({
      name: "prod-lending-network",
      description: "Stack prod-lending-network, in the account lending. Made by npm run cloud -- setup.",
      "execution-mode": "remote",
      "terraform-version": "~> 1.11.0",
      "auto-apply": false,
      "auto-apply-run-trigger": false,
      "queue-all-runs": false,
      "global-remote-state": false,
      "file-triggers-enabled": false,
      "working-directory": "",
    });
    expect([...api.workspace("prod-lending-network").tags].toSorted()).toEqual([
      "account:lending",
      "environment:prod",
      "lake-landing",
      "wave:2",
    ]);
  });

  it("gives runs the roles of their own account, by workload identity and without a secret", async () => {
    const api = await organization();
    const variables = [...api.workspace("prod-risk-analytics").variables.values()];
    expect(variables.map(({ key, value, category, sensitive }) => [key, value, category, sensitive])).toEqual([
      ["TFC_AWS_APPLY_ROLE_ARN", "arn:aws:iam::444455556666:role/lake-deploy", "env", false],
      ["TFC_AWS_PLAN_ROLE_ARN", "arn:aws:iam::444455556666:role/lake-deploy-plan", "env", false],
      ["TFC_AWS_PROVIDER_AUTH", "true", "env", false],
    ]);
  });

  it("keeps the state of a bootstrap, and runs it nowhere", async () => {
    const api = await organization();
    const workspace = api.workspace("prod-lending-bootstrap");
    expect(workspace.attributes).toMatchObject({ "execution-mode": "local" });
    expect([workspace.variables.size, workspace.triggers.size]).toEqual([0, 0]);
    expect(stacks.flatMap(({ id }) => api.sources(id))).not.toContainEqual(expect.stringContaining("bootstrap"));
  });

  it("queues runs along what stacks need", async () => {
    const api = await organization();
    expect(api.sources("prod-governance-storage-loans")).toEqual(["prod-governance-lake"]);
    expect(api.sources("prod-governance-catalog-loans")).toEqual(["prod-governance-storage-loans"]);
    expect(api.sources("prod-lending-network")).toEqual([]);
    expect(api.sources("prod-lending-replication-loans")).toEqual([
      "prod-governance-curation-loans",
      "prod-governance-trail",
      "prod-lending-monitoring",
      "prod-lending-readiness-loans",
    ]);
    expect(api.sources("prod-risk-analytics")).toEqual(["prod-governance-access-risk"]);
  });

  it("changes nothing the second time", async () => {
    const api = await organization();
    const before = api.writes.length;
    expect((await setup(api, "--apply")).at(-1)).toBe("Nothing to change.");
    expect(api.writes).toHaveLength(before);
  });

  it("puts back what somebody changed, and leaves alone what is not its own", async () => {
    const api = await organization();
    const workspace = api.workspace("prod-lending-network");
    workspace.attributes = { ...workspace.attributes, "auto-apply": true, "assessments-enabled": true };
    workspace.tags.add("team:core");
    workspace.tags.add("wave:9");
    for (const [id, variable] of workspace.variables) {
      if (variable["key"] === "TFC_AWS_PLAN_ROLE_ARN") workspace.variables.set(id, { ...variable, value: "other" });
    }
    workspace.variables.set("var-own", { key: "TF_LOG", value: "debug", category: "env", sensitive: false });
    const risk = api.workspace("prod-risk-analytics");
    workspace.triggers.set("rt-foreign", risk.id);

    const planned = (await setup(api)).slice(1, -1);
    expect(planned).toEqual([
      "~ prod-lending-network: auto-apply = false",
      "- prod-lending-network: tags wave:9",
      "~ prod-lending-network: TFC_AWS_PLAN_ROLE_ARN = arn:aws:iam::222233334444:role/lake-deploy-plan",
      "- prod-lending-network: runs after prod-risk-analytics",
    ]);
    await setup(api, "--apply");
    expect(workspace.attributes).toMatchObject({ "auto-apply": false, "assessments-enabled": true });
    expect([...workspace.tags]).toContain("team:core");
    expect([...workspace.variables.keys()]).toContain("var-own");
    expect((await setup(api)).at(-1)).toBe("Nothing to change.");
  });

  it("goes on where it was stopped", async () => {
    const api = new FakeTerraformCloud();
    let calls = 0;
    const stopping = {
      wait: api.wait,
      fetch: async (...call: Parameters<typeof fetch>): Promise<Response> => {
        calls += 1;
        return calls > 120 ? new Response("{}", { status: 403 }) : await api.fetch(...call);
      },
    };
    const cloud = {
      environment,
      stacks,
      variables: { TFE_TOKEN: api.token },
      terminal: { print: silent, detail: silent, heading: silent },
      reach: stopping,
    };
    await expect(setUp(cloud, setupOptions(["--apply"]))).rejects.toThrow("403. The token may not do this.");
    expect(api.workspaces.size).toBeGreaterThan(0);
    expect(api.workspaces.size).toBeLessThan(stacks.length);
    await setup(api, "--apply");
    expect((await setup(api)).at(-1)).toBe("Nothing to change.");
  });

  it("tells of credentials that would win over the identity, and of workspaces without a stack", async () => {
    const api = await organization();
    const workspace = api.workspace("prod-lending-network");
    workspace.variables.set("var-key", { key: "AWS_ACCESS_KEY_ID", value: null, category: "env", sensitive: true });
    api.addWorkspace({ name: "prod-sales-analytics" }, workspace.projectId);
    expect(await setup(api)).toEqual([
      expect.stringContaining("app.terraform.io"),
      "! prod-lending-network: its variable AWS_ACCESS_KEY_ID wins over workload identity; delete it",
      "! prod-sales-analytics: in the project, but no stack of this output; it is left alone",
      "Nothing to change.",
    ]);
  });

  it("lets runs start from a committed output", async () => {
    const api = new FakeTerraformCloud();
    const vcs = ["--vcs-repository", "bank/lake", "--vcs-oauth-token-id", "ot-1", "--vcs-branch", "release"];
    await setup(api, "--apply", ...vcs);
    expect(api.workspace("prod-risk-analytics").attributes).toMatchObject({
      "working-directory": "generated/stacks/prod-risk-analytics",
      "trigger-patterns": ["/generated/stacks/prod-risk-analytics/**/*"],
      "file-triggers-enabled": true,
      "vcs-repo": { identifier: "bank/lake", branch: "release", "oauth-token-id": "ot-1" },
    });
    expect((await setup(api, ...vcs)).at(-1)).toBe("Nothing to change.");
    expect(() => setupOptions(["--vcs-repository", "bank/lake"])).toThrow("Write both");
  });

  it("prints its changes as JSON for machines", async () => {
    const api = new FakeTerraformCloud();
    const printed = block(parsed((await setup(api, "--json")).join("\n")));
    expect(list(printed["changes"])[0]).toEqual({ kind: "create project", project: PROJECT });
    expect(printed["warnings"]).toEqual([]);
  });

  it("never prints the token", async () => {
    const api = new FakeTerraformCloud();
    const lines = [...(await setup(api)), ...(await setup(api, "--json")), ...(await setup(api, "--apply"))];
    expect(lines.join("\n")).not.toContain(api.token);
  });
});
