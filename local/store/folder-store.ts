import { copyFile, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import type { LakeMirror, NewObject, ObjectStore } from "./types";

/** Path of an object below a folder. @throws Error when its key would lead out of its bucket */
export function objectPath(folder: string, bucket: string, key: string): string {
  const path = normalize(join(folder, bucket, key));
  if (path !== join(folder, bucket, ...key.split("/"))) throw new Error(`no file can be named as ${bucket}/${key}`);
  return path;
}

/** Buckets that are folders: what is put is at once where an engine reads it. Nobody encrypts, nobody owns. */
export class FolderStore implements ObjectStore, LakeMirror {
  private readonly known = new Set<string>();
  private replaced: string[] = [];

  public constructor(public readonly folder: string) {}

  public async put({ bucket, key, file }: NewObject): Promise<void> {
    const path = objectPath(this.folder, bucket, key);
    await mkdir(dirname(path), { recursive: true });
    if (this.known.has(path)) this.replaced.push(path);
    this.known.add(path);
    await moved(file, path);
  }

  public settled(): Promise<void> {
    return Promise.resolve();
  }

  public refresh(): Promise<readonly string[]> {
    const { replaced } = this;
    this.replaced = [];
    return Promise.resolve(replaced);
  }
}

async function moved(file: string, path: string): Promise<void> {
  try {
    await rename(file, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EXDEV")) throw error;
    // Another file system: appears under its name only when it is whole.
    await copyFile(file, `${path}.part`);
    await rename(`${path}.part`, path);
    await rm(file);
  }
}
