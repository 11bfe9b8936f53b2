import { CloudClient, pauseAfter } from "../../../operations/cloud/client";
import { tokenFor, tokenVariable } from "../../../operations/cloud/token";
import { FakeTerraformCloud } from "../../support/terraform-cloud/api";

const connect = (api: FakeTerraformCloud, token = api.token): Promise<CloudClient> =>
  CloudClient.connect("app.terraform.io", token, api);
const throttled = (headers: Readonly<Record<string, string>> = {}): Response =>
  new Response("{}", { status: 429, headers });
const PROJECTS = "organizations/examplebank/projects";
const NEW = { data: { type: "projects", attributes: { name: "lake" } } };

describe("the client of HCP Terraform", () => {
  it("waits as long as a throttled answer says, and asks again", async () => {
    const api = new FakeTerraformCloud();
    const client = await connect(api);
    api.disturbances.push(throttled({ "Retry-After": "2" }), throttled({ "X-RateLimit-Reset": "0.4" }), throttled());
    await client.call("POST", PROJECTS, NEW);
    expect(api.waits).toEqual([2000, 1000, 2000]);
    expect([...api.projects.values()]).toEqual(["lake"]);
  });

  it("gives up when throttling does not end", async () => {
    const api = new FakeTerraformCloud();
    const client = await connect(api);
    api.disturbances.push(...Array.from({ length: 6 }, () => throttled()));
    await expect(client.list(PROJECTS)).rejects.toThrow("429. The installation is still throttling");
  });

  it("repeats a read after a failing server or a broken connection", async () => {
    const api = new FakeTerraformCloud();
    const client = await connect(api);
    api.disturbances.push(new Response("", { status: 502 }), new TypeError("fetch failed"));
    expect(await client.list(PROJECTS)).toEqual([]);
    expect(api.waits).toEqual([500, 1000]);
  });

  it("does not repeat a creation that may have been done", async () => {
    const api = new FakeTerraformCloud();
    const client = await connect(api);
    api.disturbances.push(new Response("", { status: 502 }));
    await expect(client.call("POST", PROJECTS, NEW)).rejects.toThrow("502");
    api.disturbances.push(new TypeError("fetch failed"));
    await expect(client.call("POST", PROJECTS, NEW)).rejects.toThrow("no answer (fetch failed)");
    expect(api.writes).toEqual([]);
  });

  it("reads all pages", async () => {
    const api = new FakeTerraformCloud();
    const client = await connect(api);
    for (let n = 0; n < 45; n += 1) api.projects.set(`prj-${n}`, `p${n}`);
    expect(await client.list(PROJECTS)).toHaveLength(45);
  });

  it("says what the API says, and what to do", async () => {
    const api = new FakeTerraformCloud();
    await expect((await connect(api, "old")).list(PROJECTS)).rejects.toThrow(
      /GET https:\/\/app\.terraform\.io\/api\/v2\/organizations\/examplebank\/projects: 401 refused: unauthorized\. The token is not valid/,
    );
    const client = await connect(api);
    await expect(client.list("organizations/other/projects")).rejects.toThrow("404");
    await expect(client.call("POST", PROJECTS, { data: {} })).rejects.toThrow("422 refused: data.type");
    expect(await client.find("organizations/examplebank/workspaces/none")).toBeUndefined();
  });

  it("says when a host offers no API", async () => {
    const api = new FakeTerraformCloud();
    api.disturbances.push(new Response('{"modules.v1":"/m/"}'));
    await expect(connect(api)).rejects.toThrow("app.terraform.io offers no Terraform API");
    api.disturbances.push(new Response("<html>"));
    await expect(connect(api)).rejects.toThrow("no JSON");
  });

  it("never waits longer than half a minute", () => {
    expect(pauseAfter("GET", throttled({ "Retry-After": "86400" }), 1)).toBe(30_000);
    expect(pauseAfter("GET", throttled({ "Retry-After": "soon" }), 9)).toBe(30_000);
    expect(pauseAfter("GET", new Response("", { status: 404 }), 1)).toBeUndefined();
  });
});

describe("the token", () => {
  it("is looked for where Terraform looks for it", () => {
    expect(tokenVariable("app.terraform.io")).toBe("TF_TOKEN_app_terraform_io");
    expect(tokenVariable("tfe-1.bank.example:8443")).toBe("TF_TOKEN_tfe__1_bank_example");
    expect(tokenFor("app.terraform.io", { TF_TOKEN_app_terraform_io: "a", TFE_TOKEN: "b" })).toBe("a");
    expect(tokenFor("app.terraform.io", { TF_TOKEN_app_terraform_io: "", TFE_TOKEN: "b" })).toBe("b");
    expect(() => tokenFor("app.terraform.io", {})).toThrow("Set TF_TOKEN_app_terraform_io or TFE_TOKEN");
  });
});
