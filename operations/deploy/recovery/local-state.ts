import { copyFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { asBlock, type StackJson } from "../../stack-json";
import type { StackContext } from "../stack/context";
import { ERRORED_STATE } from "./errored-state";

/** How long a state must stay broken to count: another Terraform may be in the middle of writing it. */
const WRITING_MILLISECONDS = 1000;

/**
 * Puts the state of a `local` backend in order when it was cut off in the middle of a write, by a kill or a full disk.
 * Terraform refuses every command then. What it could save elsewhere is newer than its backup.
 * @returns whether the state is older now than what the last apply did
 */
export async function mendLocalState(context: StackContext, json: StackJson): Promise<boolean> {
  const { step, logs, note } = context;
  const path = asBlock(asBlock(asBlock(json["terraform"])["backend"])["local"])["path"];
  if (typeof path !== "string") return false;
  const file = resolve(step.folder, path);
  if (isWhole(file)) return false;
  await delay(WRITING_MILLISECONDS);
  if (isWhole(file)) return false;

  setAside(file, join(logs, "broken.tfstate"));
  if (holdsState(join(step.folder, ERRORED_STATE))) return false;
  const backup = `${file}.backup`;
  if (holdsState(backup)) copyFileSync(backup, file);
  note(`${file} was cut off in the middle of a write; went back to ${existsSync(file) ? backup : "the beginning"}`);
  return true;
}

/**
 * Puts away a state that Terraform could not even save beside the stack's JSON.
 * @returns whether there was one: then the state is older than what the last apply did
 */
export function setAsideCutState({ step, logs, note }: StackContext): boolean {
  const file = join(step.folder, ERRORED_STATE);
  if (!existsSync(file) || holdsState(file)) return false;
  setAside(file, join(logs, `cut-off.${ERRORED_STATE}`));
  note(`${file} is cut off, it lies in ${logs} now`);
  return true;
}

/** Logs may lie on another disk. */
function setAside(file: string, place: string): void {
  copyFileSync(file, place);
  rmSync(file);
}

/** Terraform makes an empty file before it has anything to write. */
const isWhole = (file: string): boolean => !existsSync(file) || readFileSync(file, "utf8") === "" || holdsState(file);

function holdsState(file: string): boolean {
  try {
    return asBlock(JSON.parse(readFileSync(file, "utf8")))["version"] === 4;
  } catch {
    return false;
  }
}
