import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";

/** An object as it was put. */
export interface KeptObject {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable | Uint8Array;
}

const xml = (statusCode: number, text: string) => ({
  response: { statusCode, headers: { "content-type": "application/xml" }, body: Readable.from([text]) },
});

/** Buckets of a test, each with the key that it encrypts with, for an S3 client with path style. */
export class Buckets {
  public readonly objects = new Map<string, KeptObject>();
  public gets = 0;

  public constructor(private readonly keys: Readonly<Record<string, string>>) {}

  /** Puts an object as if it had come with these headers. */
  public keep(path: string, text: string, headers: Readonly<Record<string, string>> = {}): void {
    this.objects.set(path, { body: Buffer.from(text), headers });
  }

  public get client() {
    return {
      region: "eu-central-1",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
      endpoint: "http://localhost",
      forcePathStyle: true,
      requestChecksumCalculation: "WHEN_REQUIRED" as const,
      requestHandler: {
        handle: (sent: Sent) => this.answer(sent),
        updateHttpClientConfig: () => undefined,
        httpHandlerConfigs: () => ({}),
      },
    };
  }

  private async answer({ method, path, query, headers, body }: Sent) {
    const [bucket = "", ...rest] = path.slice(1).split("/");
    const key = rest.join("/");
    const encryption = this.keys[bucket];
    if (encryption === undefined)
      return xml(404, "<Error><Code>NoSuchBucket</Code><Message>NoSuchBucket</Message></Error>");
    if (method === "PUT") {
      this.objects.set(`${bucket}/${key}`, {
        body: body instanceof Readable ? await buffer(body) : Buffer.from(body),
        headers,
      });
      return xml(200, "");
    }
    if ("encryption" in query) {
      return xml(
        200,
        `<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>${encryption}</KMSMasterKeyID></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>`,
      );
    }
    return key === "" ? this.list(bucket) : this.get(`${bucket}/${key}`);
  }

  private list(bucket: string) {
    const entries = [...this.objects].filter(([path]) => path.startsWith(`${bucket}/`));
    const contents = entries.map(
      ([path, { body }]) =>
        `<Contents><Key>${path.slice(bucket.length + 1)}</Key><ETag>"${createHash("md5").update(body).digest("hex")}"</ETag></Contents>`,
    );
    return xml(200, `<ListBucketResult><IsTruncated>false</IsTruncated>${contents.join("")}</ListBucketResult>`);
  }

  private get(path: string) {
    this.gets += 1;
    const object = this.objects.get(path);
    if (object === undefined) return xml(404, "<Error><Code>NoSuchKey</Code></Error>");
    return { response: { statusCode: 200, headers: { ...object.headers }, body: Readable.from([object.body]) } };
  }
}
