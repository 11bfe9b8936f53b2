import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import { FewAtATime } from "../../../local/store/few-at-a-time";
import { FolderStore } from "../../../local/store/folder-store";
import { S3Mirror } from "../../../local/store/s3-mirror";
import { S3Store } from "../../../local/store/s3-store";
import { Buckets } from "../../support/aws/buckets";
import { temporaryFolder } from "../../support/folders";

const KEY = "arn:aws:kms:eu-central-1:111122223333:key/aaaa";
const ENCRYPTED = { "x-amz-server-side-encryption": "aws:kms", "x-amz-server-side-encryption-aws-kms-key-id": KEY };

const folder = temporaryFolder();

const newObject = (key: string, content: string) => {
  const file = join(folder(), "new");
  writeFileSync(file, content);
  return { bucket: "raw", key, file, expectedBucketOwner: "111122223333", kmsKeyArn: KEY };
};

describe("a store in a folder", () => {
  it("takes the file and shows it as bucket and key", async () => {
    const store = new FolderStore(join(folder(), "mirror"));
    const object = newObject("loans/LOAD00000001.parquet", "rows");
    await store.put(object);
    expect(readFileSync(join(folder(), "mirror", "raw", "loans", "LOAD00000001.parquet"), "utf8")).toBe("rows");
    expect(existsSync(object.file)).toBe(false);
  });

  it("tells which files have other content since the last time", async () => {
    const store = new FolderStore(join(folder(), "mirror"));
    await store.put(newObject("a", "1"));
    await store.put(newObject("b", "1"));
    await store.put(newObject("a", "2"));
    expect(await store.refresh()).toEqual([join(folder(), "mirror", "raw", "a")]);
    expect(await store.refresh()).toEqual([]);
  });

  it("refuses a key that leads out of its bucket", async () => {
    const store = new FolderStore(join(folder(), "mirror"));
    await expect(store.put(newObject("../other/a", "1"))).rejects.toThrow("no file can be named as raw/../other/a");
  });
});

describe("a store in S3", () => {
  it("puts with the key and the owner that the endpoint names, and removes the file", async () => {
    const buckets = new Buckets({ raw: KEY });
    const store = new S3Store(new S3Client(buckets.client));
    const object = newObject("loans/a.parquet", "rows");
    await store.put(object);
    await store.settled();
    const kept = buckets.objects.get("raw/loans/a.parquet");
    expect(kept?.body.toString()).toBe("rows");
    expect(kept?.headers).toMatchObject({ ...ENCRYPTED, "x-amz-expected-bucket-owner": "111122223333" });
    expect(existsSync(object.file)).toBe(false);
  });

  it("says when it settles that a put has failed", async () => {
    const store = new S3Store(new S3Client(new Buckets({}).client));
    await store.put(newObject("a", "1"));
    await expect(store.settled()).rejects.toThrow(
      `s3://raw/a cannot be written, with 111122223333 as the expected owner of the bucket and ${KEY} as key: NoSuchBucket`,
    );
    await expect(store.settled()).resolves.toBeUndefined();
  });
});

const mirrorOf = (buckets: Buckets) => new S3Mirror(new S3Client(buckets.client), join(folder(), "mirror"));

describe("a mirror of S3", () => {
  it("downloads what is new, again what has changed, and removes what is gone", async () => {
    const buckets = new Buckets({ raw: KEY });
    const mirror = mirrorOf(buckets);
    buckets.keep("raw/a/1", "one", ENCRYPTED);
    buckets.keep("raw/a/2", "two", ENCRYPTED);
    expect(await mirror.refresh(["raw", "missing"])).toEqual([]);
    expect(await mirror.refresh(["raw"])).toEqual([]);
    expect(buckets.gets).toBe(2);
    buckets.keep("raw/a/1", "other", ENCRYPTED);
    buckets.objects.delete("raw/a/2");
    expect(await mirror.refresh(["raw"])).toEqual([join(folder(), "mirror", "raw", "a", "1")]);
    expect(readFileSync(join(folder(), "mirror", "raw", "a", "1"), "utf8")).toBe("other");
    expect(existsSync(join(folder(), "mirror", "raw", "a", "2"))).toBe(false);
  });

  it.each([
    ["without a KMS key", {}],
    [`with ${KEY}b`, { ...ENCRYPTED, "x-amz-server-side-encryption-aws-kms-key-id": `${KEY}b` }],
  ])("refuses an object that is encrypted %s", async (words, headers) => {
    const buckets = new Buckets({ raw: KEY });
    buckets.keep("raw/a", "one", headers);
    await expect(mirrorOf(buckets).refresh(["raw"])).rejects.toThrow(
      `s3://raw/a is encrypted ${words}; its bucket allows only ${KEY}`,
    );
  });
});

describe("work a few pieces at a time", () => {
  it("never has more under way than it may", async () => {
    const work = new FewAtATime(3);
    let [running, most] = [0, 0];
    for (let piece = 0; piece < 10; piece += 1) {
      await work.add(async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise(setImmediate);
        running -= 1;
      });
    }
    await work.settled();
    expect([most, running]).toEqual([3, 0]);
  });
});
