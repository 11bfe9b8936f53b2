import { createHash } from "node:crypto";
import { isBlock } from "../json";
import { check, Refusal, SCHEMAS } from "./shapes";

/**
 * HCP Terraform's API as far as the project uses it, in memory. It refuses what the documentation does not allow:
 * https://developer.hashicorp.com/terraform/cloud-docs/api-docs
 */

interface Workspace {
  readonly id: string;
  attributes: Readonly<Record<string, unknown>>;
  projectId: string;
  readonly tags: Set<string>;
  readonly variables: Map<string, Readonly<Record<string, unknown>>>;
  /** Ids of sources by id of the trigger. */
  readonly triggers: Map<string, string>;
}

interface Version {
  readonly workspaceId: string;
  status: "pending" | "uploaded";
  archive?: Uint8Array;
}

interface Run {
  readonly workspaceId: string;
  readonly planOnly: boolean;
  status: string;
}

/** How a plan of a workspace ends. */
export type Plan = "changes" | "no changes" | "error";

const TOKEN = "secret-token";
const MAXIMUM_SOURCES = 20;

/** One organization. `fetch` is what the client is given instead of the network. */
export class FakeTerraformCloud {
  public readonly token = TOKEN;
  /** Method and path of everything that was asked, refused requests and discovery left out. */
  public readonly requests: string[] = [];
  public readonly projects = new Map<string, string>();
  public readonly workspaces = new Map<string, Workspace>();
  public readonly archives = new Map<string, Uint8Array>();
  public readonly waits: number[] = [];
  /** Answers instead of the API's, used up one after the other. */
  public readonly disturbances: (Response | Error)[] = [];
  public plan: (workspace: string) => Plan = () => "changes";

  private readonly versions = new Map<string, Version>();
  private readonly runs = new Map<string, Run>();
  private ids = 0;

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

  public workspace(name: string): Workspace {
    const found = [...this.workspaces.values()].find(({ attributes }) => attributes["name"] === name);
    if (found === undefined) throw new Error(`no workspace ${name}`);
    return found;
  }

  /** Names of the workspaces that trigger runs of another. */
  public sources(name: string): readonly string[] {
    return [...this.workspace(name).triggers.values()]
      .map((id) => String(this.workspaces.get(id)?.attributes["name"]))
      .toSorted();
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

  private readonly routes: readonly (readonly [
    RegExp,
    (parts: readonly string[], body: () => unknown, url: URL) => unknown,
  ])[] = [
    [
      /^GET organizations\/examplebank\/projects$/,
      (_, __, url) => {
        const wanted = url.searchParams.get("filter[names]");
        const found = [...this.projects].filter(([, name]) => wanted === null || name === wanted);
        return page(
          url,
          found.map(([id, name]) => ({ id, type: "projects", attributes: { name } })),
        );
      },
    ],
    [
      /^POST organizations\/examplebank\/projects$/,
      (_, body) => {
        const { name } = check(SCHEMAS.project, body()).data.attributes;
        if ([...this.projects.values()].includes(name)) throw new Refusal(422, "name has already been taken");
        const id = this.id("prj");
        this.projects.set(id, name);
        return { data: { id, type: "projects", attributes: { name } } };
      },
    ],
    [
      /^GET organizations\/examplebank\/workspaces$/,
      (_, __, url) => {
        const wanted = url.searchParams.get("filter[project][id]");
        return page(url, [...this.workspaces.values()].filter(({ projectId }) => projectId === wanted).map(show));
      },
    ],
    [
      /^POST organizations\/examplebank\/workspaces$/,
      (_, body) => {
        const { attributes, relationships } = check(SCHEMAS.workspace, body()).data;
        if ([...this.workspaces.values()].some((each) => each.attributes["name"] === attributes.name)) {
          throw new Refusal(422, "name has already been taken");
        }
        const projectId = relationships?.project.data.id ?? "prj-default";
        if (!this.projects.has(projectId)) throw new Refusal(404, "no such project");
        return { data: show(this.addWorkspace(attributes, projectId)) };
      },
    ],
    [
      /^GET organizations\/examplebank\/workspaces\/([^/]+)$/,
      ([name]) => {
        const found = [...this.workspaces.values()].find(({ attributes }) => attributes["name"] === name);
        if (found === undefined) throw new Refusal(404, "not found");
        return { data: show(found) };
      },
    ],
    [
      /^PATCH workspaces\/([^/]+)$/,
      ([id], body) => {
        const workspace = this.byId(id);
        const { attributes, relationships } = check(SCHEMAS.workspaceChange, body()).data;
        workspace.attributes = { ...workspace.attributes, ...attributes };
        workspace.projectId = relationships?.project.data.id ?? workspace.projectId;
        return { data: show(workspace) };
      },
    ],
    [
      /^GET workspaces\/([^/]+)\/relationships\/tags$/,
      ([id], _, url) =>
        page(
          url,
          [...this.byId(id).tags].map((name) => ({ type: "tags", attributes: { name } })),
        ),
    ],
    [
      /^POST workspaces\/([^/]+)\/relationships\/tags$/,
      ([id], body) => {
        for (const { attributes } of check(SCHEMAS.tags, body()).data) this.byId(id).tags.add(attributes.name);
      },
    ],
    [
      /^DELETE workspaces\/([^/]+)\/relationships\/tags$/,
      ([id], body) => {
        for (const { attributes } of check(SCHEMAS.tags, body()).data) this.byId(id).tags.delete(attributes.name);
      },
    ],
    [
      /^GET workspaces\/([^/]+)\/vars$/,
      ([id]) => ({
        data: [...this.byId(id).variables].map(([key, attributes]) => ({ id: key, type: "vars", attributes })),
      }),
    ],
    [
      /^POST workspaces\/([^/]+)\/vars$/,
      ([id], body) => {
        const { attributes } = check(SCHEMAS.variable, body()).data;
        const { variables } = this.byId(id);
        if ([...variables.values()].some(({ key }) => key === attributes.key))
          throw new Refusal(422, "key has been taken");
        const made = this.id("var");
        variables.set(made, attributes);
        return { data: { id: made, type: "vars", attributes } };
      },
    ],
    [
      /^PATCH workspaces\/([^/]+)\/vars\/([^/]+)$/,
      ([id, variable = ""], body) => {
        const { attributes, id: named } = check(SCHEMAS.variable, body()).data;
        const { variables } = this.byId(id);
        if (!variables.has(variable) || named !== variable) throw new Refusal(404, "no such variable");
        variables.set(variable, attributes);
        return { data: { id: variable, type: "vars", attributes } };
      },
    ],
    [
      /^GET workspaces\/([^/]+)\/run-triggers$/,
      ([id], _, url) => {
        if (url.searchParams.get("filter[run-trigger][type]") !== "inbound") throw new Refusal(400, "type is required");
        const triggers = [...this.byId(id).triggers].map(([trigger, source]) => ({
          id: trigger,
          type: "run-triggers",
          relationships: { sourceable: { data: { id: source, type: "workspaces" } } },
        }));
        return page(url, triggers);
      },
    ],
    [
      /^POST workspaces\/([^/]+)\/run-triggers$/,
      ([id], body) => {
        const { triggers } = this.byId(id);
        const source = check(SCHEMAS.trigger, body()).data.relationships.sourceable.data.id;
        this.byId(source);
        if (source === id || [...triggers.values()].includes(source)) throw new Refusal(422, "not a possible source");
        if (triggers.size === MAXIMUM_SOURCES) throw new Refusal(422, "too many sources");
        const made = this.id("rt");
        triggers.set(made, source);
        return { data: { id: made, type: "run-triggers" } };
      },
    ],
    [
      /^DELETE run-triggers\/([^/]+)$/,
      ([id = ""]) => {
        const deleted = [...this.workspaces.values()].some(({ triggers }) => triggers.delete(id));
        if (!deleted) throw new Refusal(404, "no such trigger");
      },
    ],
    [
      /^POST workspaces\/([^/]+)\/configuration-versions$/,
      ([id], body) => {
        check(SCHEMAS.version, body());
        const made = this.id("cv");
        this.versions.set(made, { workspaceId: this.byId(id).id, status: "pending" });
        return {
          data: {
            id: made,
            attributes: { status: "pending", "upload-url": `https://archives.example/upload/${made}` },
          },
        };
      },
    ],
    [
      /^GET configuration-versions\/([^/]+)$/,
      ([id = ""]) => {
        const version = this.versions.get(id);
        if (version === undefined) throw new Refusal(404, "no such version");
        return { data: { id, attributes: { status: version.status, "upload-url": null } } };
      },
    ],
    [
      /^POST runs$/,
      (_, body) => {
        const { attributes, relationships } = check(SCHEMAS.run, body()).data;
        const version = this.versions.get(relationships["configuration-version"].data.id);
        const workspaceId = relationships.workspace.data.id;
        if (version?.status !== "uploaded" || version.workspaceId !== workspaceId)
          throw new Refusal(422, "not uploaded");
        const id = this.id("run");
        this.runs.set(id, { workspaceId, planOnly: attributes["plan-only"], status: "pending" });
        return this.showRun(id);
      },
    ],
    [/^GET runs\/([^/]+)$/, ([id = ""]) => this.showRun(id)],
    [
      /^POST runs\/([^/]+)\/actions\/apply$/,
      ([id = ""], body) => {
        check(SCHEMAS.comment, body());
        const run = this.runs.get(id);
        if (run?.status !== "planned") throw new Refusal(409, "transition not allowed");
        run.status = "confirmed";
      },
    ],
  ];

  /** A workspace that somebody else made. */
  public addWorkspace(attributes: Readonly<Record<string, unknown>>, projectId: string): Workspace {
    const id = this.id("ws");
    const made = { id, attributes, projectId, tags: new Set<string>(), variables: new Map(), triggers: new Map() };
    this.workspaces.set(id, made);
    return made;
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

  private showRun(id: string): unknown {
    const run = this.runs.get(id);
    if (run === undefined) throw new Refusal(404, "no such run");
    const actions = { "is-confirmable": run.status === "planned" };
    return { data: { id, type: "runs", attributes: { status: run.status, actions } } };
  }

  private byId(id = ""): Workspace {
    const found = this.workspaces.get(id);
    if (found === undefined) throw new Refusal(404, "no such workspace");
    return found;
  }

  private id(kind: string): string {
    this.ids += 1;
    return `${kind}-${createHash("sha256").update(String(this.ids)).digest("hex").slice(0, 16)}`;
  }
}

const show = ({ id, attributes, projectId }: Workspace): unknown => ({
  id,
  type: "workspaces",
  // What the API adds to what it was told.
  attributes: {
    ...attributes,
    locked: false,
    ...(isBlock(attributes["vcs-repo"])
      ? { "vcs-repo": { ...attributes["vcs-repo"], "display-identifier": "x" } }
      : {}),
  },
  relationships: { project: { data: { id: projectId, type: "projects" } } },
});

/** A page of at most what was asked for, and at most 20. */
function page(url: URL, all: readonly unknown[]): unknown {
  const size = Math.min(Number(url.searchParams.get("page[size]") ?? 20), 20);
  const number = Number(url.searchParams.get("page[number]") ?? 1);
  const next = number * size < all.length ? number + 1 : null;
  return { data: all.slice((number - 1) * size, number * size), meta: { pagination: { "next-page": next } } };
}

const answer = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status });
