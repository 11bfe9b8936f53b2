import { setTimeout as delay } from "node:timers/promises";
import * as v from "valibot";
import { Failure } from "../failure";

export type Method = "GET" | "POST" | "PATCH" | "DELETE" | "PUT";

/** How the client reaches the world; tests bring their own. */
export interface Reach {
  readonly fetch: typeof fetch;
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

/** The network and the clock. */
export const REACH: Reach = { fetch: (...call) => fetch(...call), wait: (milliseconds) => delay(milliseconds) };

const ATTEMPTS = 6;
const FIRST_WAIT_MILLISECONDS = 500;
const LONGEST_WAIT_MILLISECONDS = 30_000;
const PAGE = 100;

const Discovery = v.object({ "tfe.v2": v.string() });
const Errors = v.object({
  errors: v.array(v.object({ title: v.optional(v.string()), detail: v.optional(v.string()) })),
});
const Page = v.object({
  data: v.array(v.unknown()),
  meta: v.optional(v.object({ pagination: v.optional(v.object({ "next-page": v.nullish(v.number()) })) })),
});

/** Something that the API refused; `status` is HTTP's. */
export class ApiFailure extends Failure {
  public constructor(
    message: string,
    public readonly status: number,
  ) {
    super(message);
    this.name = "ApiFailure";
  }
}

/**
 * HCP Terraform's API. Requests that were throttled or met a failing server are repeated: after the time that the
 * answer asks for, else with growing pauses. A POST is repeated after 429 only, where it is known not to have been done.
 * https://developer.hashicorp.com/terraform/cloud-docs/api-docs#rate-limiting
 */
export class CloudClient {
  private constructor(
    private readonly base: URL,
    private readonly token: string,
    private readonly reach: Reach,
  ) {}

  /** Finds the API of an installation. https://developer.hashicorp.com/terraform/internals/remote-service-discovery */
  public static async connect(hostname: string, token: string, reach: Reach): Promise<CloudClient> {
    const root = new URL(`https://${hostname}/`);
    const response = await new CloudClient(root, token, reach).send(
      "GET",
      new URL("/.well-known/terraform.json", root),
    );
    const services = v.safeParse(Discovery, await parsed(response));
    if (!services.success)
      throw new Failure(`${hostname} offers no Terraform API (no tfe.v2 in its service discovery).`);
    return new CloudClient(new URL(services.output["tfe.v2"], root), token, reach);
  }

  /** Body of an answer; nothing when there is none. */
  public async call(method: Method, path: string, body?: unknown): Promise<unknown> {
    return await parsed(await this.send(method, new URL(path, this.base), body));
  }

  /** Answer to a GET, or nothing when there is no such thing or it may not be seen. */
  public async find(path: string): Promise<unknown> {
    try {
      return await this.call("GET", path);
    } catch (error) {
      if (error instanceof ApiFailure && error.status === 404) return undefined;
      throw error;
    }
  }

  /** All pages of a list. */
  public async list(path: string): Promise<readonly unknown[]> {
    const items: unknown[] = [];
    for (let page: number | undefined = 1; page !== undefined; ) {
      const url = new URL(path, this.base);
      url.searchParams.set("page[size]", String(PAGE));
      url.searchParams.set("page[number]", String(page));
      const { data, meta } = v.parse(Page, await parsed(await this.send("GET", url)));
      items.push(...data);
      page = meta?.pagination?.["next-page"] ?? undefined;
    }
    return items;
  }

  /** Uploads a file to a URL that an answer named; the URL itself is the permission. */
  public async upload(url: string, content: Uint8Array): Promise<void> {
    await this.send("PUT", new URL(url), content);
  }

  private async send(method: Method, url: URL, body?: unknown): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.attempt(method, url, body);
      if (response instanceof Response && response.ok) return response;
      const pause = attempt < ATTEMPTS ? pauseAfter(method, response, attempt) : undefined;
      if (pause === undefined) throw await failureOf(method, url, response);
      await this.reach.wait(pause);
    }
  }

  private async attempt(method: Method, url: URL, body: unknown): Promise<Response | Error> {
    const upload = body instanceof Uint8Array;
    const type = upload ? "application/octet-stream" : "application/vnd.api+json";
    const authorization = upload ? {} : { Authorization: `Bearer ${this.token}` };
    try {
      return await this.reach.fetch(url, {
        method,
        redirect: "error",
        headers: { ...authorization, ...(body === undefined ? {} : { "Content-Type": type }) },
        ...(body === undefined ? {} : { body: upload ? new Uint8Array(body) : JSON.stringify(body) }),
      });
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}

/** Milliseconds to wait before a repetition; nothing when the request must not be repeated. */
export function pauseAfter(method: Method, response: Response | Error, attempt: number): number | undefined {
  const growing = Math.min(FIRST_WAIT_MILLISECONDS * 2 ** (attempt - 1), LONGEST_WAIT_MILLISECONDS);
  if (response instanceof Error) return method === "POST" ? undefined : growing;
  if (response.status === 429) {
    const asked = Number(
      response.headers.get("Retry-After") ?? response.headers.get("X-RateLimit-Reset") ?? Number.NaN,
    );
    return Number.isFinite(asked) ? Math.min(Math.max(asked * 1000, growing), LONGEST_WAIT_MILLISECONDS) : growing;
  }
  return response.status >= 500 && method !== "POST" ? growing : undefined;
}

async function parsed(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure(`${response.url} answered with something that is no JSON.`);
  }
}

async function failureOf(method: Method, url: URL, response: Response | Error): Promise<Failure> {
  const what = `${method} ${url.origin}${url.pathname}`;
  if (response instanceof Error) {
    const cause = response.cause instanceof Error ? `: ${response.cause.message}` : "";
    return new Failure(
      `${what}: no answer (${response.message}${cause}). Is the host name right, and reachable from here?`,
    );
  }
  const errors = v.safeParse(v.pipe(v.string(), v.parseJson(), Errors), await response.text());
  const said = errors.success
    ? errors.output.errors.map(({ title, detail }) => [title, detail].filter(Boolean).join(": ")).join("; ")
    : "";
  const advice = ADVICE[response.status] ?? "";
  return new ApiFailure(`${what}: ${response.status}${said === "" ? "" : ` ${said}`}.${advice}`, response.status);
}

const ADVICE: Readonly<Record<number, string>> = {
  401: " The token is not valid there: is it of this host, and not expired?",
  403: " The token may not do this.",
  404: " It does not exist, or the token may not see it: check organization and project, and that the token may manage workspaces.",
  429: " The installation is still throttling; run the command again later.",
};
