import { copyFile, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hasCode } from "./file-error";
import type { LakeMirror, NewObject, ObjectStore } from "./types";

/** Path of an object below a folder. @throws Error when a part of its key means another folder */
export function objectPath(folder: string, bucket: string, key: string): string {
  const parts = [bucket, ...key.split("/")];
  if (parts.some((part) => ["", ".", ".."].includes(part))) {
    throw new Error(`no file can be named as ${bucket}/${key}`);
  }
  return join(folder, ...parts);
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
    if (!hasCode(error, "EXDEV")) throw error;
    // Another file system: appears under its name only when it is whole.
    await copyFile(file, `${path}.part`);
    await rename(`${path}.part`, path);
    await rm(file);
  }
}
