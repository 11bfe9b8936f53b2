import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { OutputError } from "../output/read";
import type { StatefulAddresses } from "./addresses";

/**
 * Reads a lock: a line `stack address` for each, so that a review and a merge see one change a line.
 * @throws OutputError when there is none, or a line is neither
 */
export function readLock(file: string): StatefulAddresses {
  if (!existsSync(file)) throw new OutputError(`${file} does not exist: write it with "lake-audit lock --write"`);
  const locked: Record<string, string[]> = {};
  for (const line of readFileSync(file, "utf8")
    .split("\n")
    .filter((each) => each !== "")) {
    const [stack = "", address = "", ...others] = line.split(" ");
    if (address === "" || others.length > 0) throw new OutputError(`${file}: "${line}" is no stack and address`);
    locked[stack] = [...(locked[stack] ?? []), address];
  }
  return locked;
}

export const writeLock = (file: string, addresses: StatefulAddresses): void =>
  writeFileSync(
    file,
    Object.entries(addresses)
      .flatMap(([stack, each]) => each.map((address) => `${stack} ${address}\n`))
      .join(""),
  );
