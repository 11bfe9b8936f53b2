import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  GetBucketEncryptionCommand,
  GetObjectCommand,
  type GetObjectCommandOutput,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";
import { StoreError } from "./error";
import { FewAtATime } from "./few-at-a-time";
import { objectPath } from "./folder-store";
import type { LakeMirror } from "./types";

const GETS_AT_A_TIME = 8;

/** Buckets of S3 as files, brought up to date by what their listings say. */
export class S3Mirror implements LakeMirror {
  /** Path and ETag of what is here. */
  private readonly present = new Map<string, string>();
  private readonly keys = new Map<string, string>();

  public constructor(
    private readonly s3: S3Client,
    public readonly folder: string,
  ) {}

  /** A bucket that does not exist has no objects: tables that are declared over it are empty, as their scan will say. */
  public async refresh(buckets: readonly string[]): Promise<readonly string[]> {
    const replaced: string[] = [];
    for (const bucket of buckets) {
      try {
        await this.refreshBucket(bucket, replaced);
      } catch (error) {
        if (!(error instanceof Error && error.name === "NoSuchBucket")) throw error;
      }
    }
    return replaced;
  }

  private async refreshBucket(bucket: string, replaced: string[]): Promise<void> {
    const gets = new FewAtATime(GETS_AT_A_TIME);
    const listed = new Set<string>();
    for await (const page of paginateListObjectsV2({ client: this.s3 }, { Bucket: bucket })) {
      for (const { Key: key = "", ETag: tag = "" } of page.Contents ?? []) {
        // What a console calls a folder.
        if (key.endsWith("/")) continue;
        const path = objectPath(this.folder, bucket, key);
        listed.add(path);
        if (this.present.get(path) === tag) continue;
        if (this.present.has(path)) replaced.push(path);
        await gets.add(() => this.download(bucket, key, path, tag));
      }
    }
    await gets.settled();
    const root = join(this.folder, bucket, sep);
    for (const path of this.present.keys()) {
      if (!path.startsWith(root) || listed.has(path)) continue;
      this.present.delete(path);
      await rm(path);
    }
  }

  private async download(bucket: string, key: string, path: string, tag: string): Promise<void> {
    const object = await this.s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    await this.checkEncryption(bucket, key, object);
    if (!(object.Body instanceof Readable)) throw new Error(`s3://${bucket}/${key} came without content`);
    await mkdir(dirname(path), { recursive: true });
    // Appears under its name only when it is whole.
    await pipeline(object.Body, createWriteStream(`${path}.part`));
    await rename(`${path}.part`, path);
    this.present.set(path, tag);
  }

  /** Every object must be encrypted with the key that its bucket is configured with: bucket policies allow no other. */
  private async checkEncryption(bucket: string, key: string, object: GetObjectCommandOutput): Promise<void> {
    const wanted = await this.keyOf(bucket);
    const found = object.ServerSideEncryption === "aws:kms" ? object.SSEKMSKeyId : undefined;
    if (found !== undefined && idOf(found) === idOf(wanted)) return;
    throw new StoreError(
      `s3://${bucket}/${key} is encrypted ${found === undefined ? "without a KMS key" : `with ${found}`}; its bucket allows only ${wanted}: see the endpoint that wrote it`,
    );
  }

  private async keyOf(bucket: string): Promise<string> {
    const known = this.keys.get(bucket);
    if (known !== undefined) return known;
    const answer = await this.s3.send(new GetBucketEncryptionCommand({ Bucket: bucket }));
    const [rule] = answer.ServerSideEncryptionConfiguration?.Rules ?? [];
    const key = rule?.ApplyServerSideEncryptionByDefault?.KMSMasterKeyID;
    if (key === undefined) throw new StoreError(`bucket ${bucket} encrypts with no KMS key`);
    this.keys.set(bucket, key);
    return key;
  }
}

/** A key's id, of which its ARN is a longer name. */
const idOf = (key: string): string => key.split("/").at(-1) ?? key;
