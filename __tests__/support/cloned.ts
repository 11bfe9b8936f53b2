import { spawnSync } from "node:child_process";
import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { copyProject } from "../../local/check/project-copy";
import type { Landscape } from "../../model/landscape/types";
import { write } from "./folders";

/** The project itself. */
export const PROJECT = join(__dirname, "../..");

/** The project in a new folder as another bank has it: `accounts/` replaced, nothing else edited. */
export function cloned(folder: string, bank: Landscape): string {
  const copy = join(folder, "copy");
  copyProject(PROJECT, copy);
  symlinkSync(join(PROJECT, "node_modules"), join(copy, "node_modules"));
  rmSync(join(copy, "accounts"), { recursive: true });
  write(
    join(copy, "accounts/index.ts"),
    `import type { Landscape } from "../model/landscape/types";\n\nexport const landscape: Landscape = ${JSON.stringify(bank)};\n`,
  );
  return copy;
}

/** Runs a program in such a folder; what it printed counts only where it failed. */
export function runIn(cwd: string, command: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 2 ** 26 });
  return { args, status, output: status === 0 ? "" : `${stdout}${stderr}` };
}

/** What a program gives that ended well. */
export const passed = (args: readonly string[]) => ({ args, status: 0, output: "" });
