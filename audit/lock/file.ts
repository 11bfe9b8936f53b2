import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { isBlock, texts } from "../output/json";
import { OutputError } from "../output/read";
import type { StatefulAddresses } from "./addresses";

/**
 * Reads a lock.
 * @throws OutputError when there is none, or it is no object of lists
 */
export function readLock(file: string): StatefulAddresses {
  if (!existsSync(file)) throw new OutputError(`${file} does not exist: write it with "lake-audit lock --write"`);
  const read: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!isBlock(read)) throw new OutputError(`${file} is no object of stacks and their addresses`);
  return Object.fromEntries(Object.entries(read).map(([stack, addresses]) => [stack, texts(addresses)]));
}

export const writeLock = (file: string, addresses: StatefulAddresses): void =>
  writeFileSync(file, `${JSON.stringify(addresses, null, 2)}\n`);
