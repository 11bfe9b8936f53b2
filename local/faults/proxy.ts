import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { Strike } from "./strike";

/** Actions that change something, whatever protocol they come by. */
const WRITE = /(?:Action=|\.)(?:Create|Put|Attach|Set|Subscribe|Authorize|Associate|Modify|Enable|Tag|Add|Register)/;
/** Actions whose lost answer nobody can make good: AWS makes a second one when they are repeated. */
const NAMELESS = /Create(?:Vpc|Subnet|RouteTable|VpcEndpoint|FlowLogs|Key)\b/;

/** Stands between Terraform and the emulated accounts, and spoils answers. */
export class FaultProxy {
  private readonly server: Server;
  private strike: Strike | undefined;
  private struck: (() => void) | undefined;
  private writes = 0;
  private requests = 0;
  private spoiled = 0;

  public constructor(private readonly target: URL) {
    this.server = createServer((incoming, outgoing) => {
      this.handle(incoming, outgoing).catch(() => outgoing.destroy());
    });
  }

  public async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    const address = this.server.address();
    if (address === null || typeof address === "string") throw new Error("The proxy listens at no port.");
    return `http://127.0.0.1:${address.port}`;
  }

  /** From now on answers are spoiled as the strike says; `onStrike` is called once, when its moment comes. */
  public arm(strike: Strike, onStrike: () => void): void {
    this.strike = strike;
    this.struck = onStrike;
    this.writes = 0;
    this.requests = 0;
    this.spoiled = 0;
  }

  /** From now on every answer is the accounts' own. */
  public disarm(): void {
    this.strike = undefined;
    this.struck = undefined;
  }

  public async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await bodyOf(incoming);
    const action = actionOf(incoming, body);
    const spoil = this.spoils(WRITE.test(action));
    if (spoil !== undefined && isRefusal(spoil)) {
      refuse(incoming, outgoing, spoil);
    } else if (spoil === "dropped" || (spoil === "lost" && NAMELESS.test(action))) {
      outgoing.destroy();
    } else {
      const answer = await this.forward(incoming, body);
      if (spoil === "lost") outgoing.destroy();
      else outgoing.writeHead(answer.status, answer.headers).end(answer.body);
    }
  }

  /** How this answer is spoiled; nothing when it is not. */
  private spoils(isWrite: boolean): Strike["target"] | undefined {
    this.requests += 1;
    if (isWrite) this.writes += 1;
    const { strike } = this;
    if (strike === undefined) return undefined;
    if ((strike.counts === "writes" ? this.writes : this.requests) < strike.at) return undefined;
    this.struck?.();
    this.struck = undefined;
    this.spoiled += 1;
    return this.spoiled <= strike.length ? strike.target : undefined;
  }

  private async forward(incoming: IncomingMessage, body: Buffer): Promise<Answer> {
    // This server has said "continue" already. Without the id of its call a repeated request meets what the first one did, as
    // on AWS; the emulator would give it the first one's answer.
    const { expect: _, "amz-sdk-invocation-id": __, ...headers } = incoming.headers;
    const { hostname: host, port } = this.target;
    return await new Promise((resolve, reject) => {
      const outgoing = request({ host, port, path: incoming.url, method: incoming.method, headers }, (answer) => {
        bodyOf(answer).then(
          (text) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: text }),
          reject,
        );
      });
      outgoing.once("error", reject);
      outgoing.end(body);
    });
  }
}

/** Where services write what they are asked to do: a header, a form, the path, or the method. */
function actionOf({ headers, url, method }: IncomingMessage, body: Buffer): string {
  const target = String(headers["x-amz-target"] ?? "");
  const path = (url ?? "").replace("/", ".");
  return [target, path, method === "PUT" ? "Action=Put" : "", body.toString("latin1")].join(" ");
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

async function bodyOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Status and code by which AWS refuses a request. */
const REFUSALS = {
  error: [500, "InternalFailure"],
  throttle: [400, "ThrottlingException"],
  expired: [403, "ExpiredToken"],
  denied: [403, "AccessDenied"],
} as const;

const isRefusal = (kind: string): kind is keyof typeof REFUSALS => kind in REFUSALS;

/** An answer in the service's own protocol: JSON for those that name their target, XML for the others. */
function refuse(incoming: IncomingMessage, outgoing: ServerResponse, kind: keyof typeof REFUSALS): void {
  const [status, code] = REFUSALS[kind];
  const message = `${code} by way of trial`;
  if (incoming.headers["x-amz-target"] !== undefined) {
    outgoing.writeHead(status, { "content-type": "application/x-amz-json-1.1", "x-amzn-errortype": code });
    outgoing.end(JSON.stringify({ __type: code, message }));
    return;
  }
  outgoing.writeHead(status, { "content-type": "text/xml" });
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  const body = (incoming.headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded")
    ? `<ErrorResponse>${error}<RequestId>trial</RequestId></ErrorResponse>`
    : `<Response><Errors>${error}</Errors>${error}<RequestID>trial</RequestID></Response>`;
  outgoing.end(body);
}
