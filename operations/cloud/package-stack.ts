import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { buffer } from "node:stream/consumers";
import { createGzip } from "node:zlib";
import { pack } from "tar-stream";

/** What Terraform keeps in a stack's folder for itself; the lock file goes along. */
const LEFT_OUT = /^(?:\.terraform(?:\/|$)|.*\.tfstate(?:\.|$)|.*\.tfplan$|errored\.tfstate$)/;

/** Files of a stack's folder that a remote run needs, with `/` in their names, in order. */
export function stackFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((name) => !LEFT_OUT.test(name))
    .toSorted();
}

/** A stack's folder as the archive that HCP Terraform takes. The same folder gives the same bytes. */
export async function packageStack(folder: string): Promise<Uint8Array> {
  const archive = pack();
  const compressed = buffer(archive.pipe(createGzip()));
  for (const name of stackFiles(folder)) {
    archive.entry({ name, mode: 0o644, mtime: new Date(0) }, readFileSync(join(folder, name)));
  }
  archive.finalize();
  await once(archive, "end");
  return await compressed;
}
