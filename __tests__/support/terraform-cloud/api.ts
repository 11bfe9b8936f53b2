import { Organization, type Run } from "./organization";
import type { Route } from "./route";
import { projectRoutes } from "./routes/projects";
import { runTriggerRoutes } from "./routes/run-triggers";
import { runRoutes } from "./routes/runs";
import { workspacePartRoutes } from "./routes/workspace-parts";
import { workspaceRoutes } from "./routes/workspaces";
import { Refusal } from "./shapes";

/**
 * HCP Terraform's API as far as the project uses it, in memory. It refuses what the documentation does not allow:
 * https://developer.hashicorp.com/terraform/cloud-docs/api-docs
 */

/** How a plan of a workspace ends. */
export type Plan = "changes" | "no changes" | "error";

const TOKEN = "secret-token";

/** One organization. `fetch` is what the client is given instead of the network. */
export class FakeTerraformCloud extends Organization {
  public readonly token = TOKEN;
  /** Method and path of everything that was asked, refused requests and discovery left out. */
  public readonly requests: string[] = [];
  public readonly archives = new Map<string, Uint8Array>();
  public readonly waits: number[] = [];
  /** Answers instead of the API's, used up one after the other. */
  public readonly disturbances: (Response | Error)[] = [];
  public plan: (workspace: string) => Plan = () => "changes";

  private readonly routes: readonly Route[] = [
    ...projectRoutes(this),
    ...workspaceRoutes(this),
    ...workspacePartRoutes(this),
    ...runTriggerRoutes(this),
    ...runRoutes(this),
  ];

  public readonly wait = (milliseconds: number): Promise<void> => {
    this.waits.push(milliseconds);
    for (const version of this.versions.values()) if (version.archive !== undefined) version.status = "uploaded";
    for (const run of this.runs.values()) this.advance(run);
    return Promise.resolve();
  };

  public readonly fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const disturbance = this.disturbances.shift();
    if (disturbance instanceof Error) throw disturbance;
    if (disturbance !== undefined) return disturbance;
    if (url.pathname === "/.well-known/terraform.json") return answer(200, { "tfe.v2": "/api/v2/" });
    try {
      const body = await this.handle(request, url);
      this.requests.push(`${request.method} ${url.pathname.replace("/api/v2/", "")}`);
      return body === undefined
        ? new Response(null, { status: 204 })
        : answer(request.method === "POST" ? 201 : 200, body);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return answer(error.status, {
        errors: [{ status: String(error.status), title: "refused", detail: error.message }],
      });
    }
  };

  /** The requests that changed something. */
  public get writes(): readonly string[] {
    return this.requests.filter((request) => !request.startsWith("GET "));
  }

  private async handle(request: Request, url: URL): Promise<unknown> {
    const upload = /^\/upload\/(?<id>.+)$/.exec(url.pathname)?.groups?.["id"];
    if (upload !== undefined) return await this.upload(request, upload);
    if (request.headers.get("Authorization") !== `Bearer ${TOKEN}`) throw new Refusal(401, "unauthorized");
    const text = await request.text();
    if (text !== "" && request.headers.get("Content-Type") !== "application/vnd.api+json") {
      throw new Refusal(415, "unsupported media type");
    }
    const path = decodeURIComponent(url.pathname.replace("/api/v2/", ""));
    const call = `${request.method} ${path}`;
    for (const [pattern, handler] of this.routes) {
      const match = pattern.exec(call);
      if (match !== null) return handler(match.slice(1), () => JSON.parse(text), url);
    }
    throw new Refusal(404, `no such call: ${call}`);
  }

  private async upload(request: Request, id: string): Promise<undefined> {
    const version = this.versions.get(id);
    if (request.headers.has("Authorization")) throw new Refusal(400, "the token must not be sent to the archive");
    if (version === undefined || request.method !== "PUT") throw new Refusal(404, "not found");
    version.archive = new Uint8Array(await request.arrayBuffer());
    this.archives.set(String(this.workspaces.get(version.workspaceId)?.attributes["name"]), version.archive);
    return undefined;
  }

  private advance(run: Run): void {
    const next = new Map([
      ["pending", "planning"],
      ["planning", this.planned(run)],
      ["confirmed", "applying"],
      ["applying", "applied"],
    ]).get(run.status);
    run.status = next ?? run.status;
  }

  private planned({ workspaceId, planOnly }: Run): string {
    const plan = this.plan(String(this.workspaces.get(workspaceId)?.attributes["name"]));
    if (plan === "error") return "errored";
    return plan === "no changes" || planOnly ? "planned_and_finished" : "planned";
  }
}

const answer = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status });
