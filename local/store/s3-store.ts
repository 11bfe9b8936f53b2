import { createReadStream } from "node:fs";
import { readFile, rm, stat } from "node:fs/promises";
import { PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { StoreError } from "./error";
import { FewAtATime } from "./few-at-a-time";
import type { NewObject, ObjectStore } from "./types";

const PUTS_AT_A_TIME = 8;

/** Bytes up to which a file is read before it is sent: the SDK repeats no request whose body is a stream. */
const LARGEST_IN_MEMORY = 16 * 1024 * 1024;

/** Buckets of S3. Puts go on beside their caller; who makes them is the client's to say. */
export class S3Store implements ObjectStore {
  private readonly puts = new FewAtATime(PUTS_AT_A_TIME);

  public constructor(private readonly s3: S3Client) {}

  public put(object: NewObject): Promise<void> {
    return this.puts.add(() => this.send(object));
  }

  public settled(): Promise<void> {
    return this.puts.settled();
  }

  private async send(object: NewObject): Promise<void> {
    const { bucket, key, file, expectedBucketOwner, kmsKeyArn } = object;
    const { size } = await stat(file);
    const command = new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: size > LARGEST_IN_MEMORY ? createReadStream(file) : await readFile(file),
      ContentLength: size,
      ...(expectedBucketOwner === undefined ? {} : { ExpectedBucketOwner: expectedBucketOwner }),
      ...(kmsKeyArn === undefined ? {} : { ServerSideEncryption: "aws:kms", SSEKMSKeyId: kmsKeyArn }),
    });
    try {
      await this.s3.send(command);
    } catch (error) {
      throw refusal(object, error);
    }
    await rm(file);
  }
}

/** What S3 answers, with what was asked of it; what it did not answer stays as it is. */
function refusal(
  { bucket, key, expectedBucketOwner = "nobody", kmsKeyArn = "the bucket's key" }: NewObject,
  error: unknown,
) {
  if (!(error instanceof Error && "$fault" in error)) return error;
  return new StoreError(
    `s3://${bucket}/${key} cannot be written, with ${expectedBucketOwner} as the expected owner of the bucket and ${kmsKeyArn} as key: ${error.name}: ${error.message}`,
    { cause: error },
  );
}
