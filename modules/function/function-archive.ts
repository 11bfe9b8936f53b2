import { createHash } from "node:crypto";
import type { StackFile } from "../../model/stack-file";
import { functionSource } from "./function-source";
import { zip } from "./zip";

/** The code of a function as AWS Lambda takes it. */
export interface FunctionArchive {
  /** To lie beside the JSON of each stack that has the function. */
  readonly archive: StackFile;
  /** Changes whenever the code does. */
  readonly hash: string;
}

const made = new Map<string, FunctionArchive>();

/**
 * The archive of `functions/<name>`, made once for all stacks.
 * @param further texts by file name, for what the function of one stack must know
 */
export function functionArchive(name: string, further: Readonly<Record<string, string>> = {}): FunctionArchive {
  const key = JSON.stringify([name, further]);
  const existing = made.get(key);
  if (existing !== undefined) return existing;
  const content = zip({ ...functionSource(name), ...further });
  const archive = {
    archive: { name: `${name}.zip`, content },
    hash: createHash("sha256").update(content).digest("base64"),
  };
  made.set(key, archive);
  return archive;
}
