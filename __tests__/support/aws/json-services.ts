import { type Block, block } from "../json";

/** Answers calls of services that speak JSON, by service and operation: `AWSGlue.GetTables`. */
export type Operations = Readonly<Record<string, (input: Block) => unknown>>;

/** An answer that is an error, by the name that the SDK gives it. */
export class Refusal extends Error {
  public constructor(public readonly code: string) {
    super(code);
  }
}

interface Sent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

const answered = (statusCode: number, value: unknown) => ({
  response: { statusCode, headers: {}, body: Buffer.from(JSON.stringify(value)) },
});

/** What makes an SDK client ask the operations of a test instead of AWS. */
export const clientOf = (operations: Operations) => ({
  region: "eu-central-1",
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
  endpoint: "http://localhost",
  requestHandler: {
    handle: ({ headers, body }: Sent) => {
      const name = (headers["x-amz-target"] ?? "").replace(/_\d+\./, ".");
      const operation = operations[name];
      if (operation === undefined) throw new Error(`the test answers no ${name}`);
      try {
        const input: unknown = JSON.parse(typeof body === "string" ? body : new TextDecoder().decode(body));
        return Promise.resolve(answered(200, operation(block(input))));
      } catch (error) {
        if (error instanceof Refusal)
          return Promise.resolve(answered(400, { __type: error.code, message: error.code }));
        throw error;
      }
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  },
});
