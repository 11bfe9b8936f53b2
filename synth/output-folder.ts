import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { StackJson } from "./terraform-json";
import { isBlock } from "./terraform-json";

/**
 * Terraform's own files beside the generated ones; they outlive a synthesis so that no new `init` is needed, and so that a
 * state that Terraform could not save elsewhere is not lost.
 */
const KEPT = /^(?:\.terraform|\.terraform\.lock\.hcl|errored\.tfstate|(?:.*_)?override\.tf\.json)$/;

const parse = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

/** The stacks of an output folder, in the order of their ids. */
export function readStacks(folder: string): readonly StackJson[] {
  const stacks = join(folder, "stacks");
  return (existsSync(stacks) ? readdirSync(stacks).toSorted() : []).map((id) => {
    const json = parse(join(stacks, id, "cdk.tf.json"));
    return { id, json: isBlock(json) ? json : {} };
  });
}

/**
 * An output folder that is written beside the old one and takes its place in one step: whoever reads it sees the last
 * good output or the new one, never a mixture, and stacks that are no longer generated are gone.
 */
export class OutputFolder {
  /** Where the new output is written. */
  public readonly temporary: string;
  private readonly target: string;
  private readonly scratch: string;

  constructor(target: string) {
    this.target = resolve(target);
    const parent = dirname(this.target);
    mkdirSync(parent, { recursive: true });
    // Beside the target, since a rename works within one file system only.
    this.scratch = mkdtempSync(join(parent, `.${basename(this.target)}.`));
    this.temporary = join(this.scratch, "new");
  }

  /** Begins with nothing. */
  public clear(): void {
    rmSync(this.temporary, { recursive: true, force: true });
    mkdirSync(this.temporary);
  }

  /** The manifest of the new output. */
  public manifest(): unknown {
    return parse(join(this.temporary, "manifest.json"));
  }

  /** The new output's stacks, in the order of their ids. */
  public stacks(): readonly StackJson[] {
    return readStacks(this.temporary);
  }

  /** Folder of a stack in the new output. */
  public folder(id: string): string {
    return join(this.temporary, "stacks", id);
  }

  /** Folder of the same stack in the output that is being replaced. */
  public earlierFolder(id: string): string {
    return join(this.target, "stacks", id);
  }

  /** Puts the new output in the place of the old one. */
  public commit(): void {
    const old = join(this.scratch, "old");
    const replaces = existsSync(this.target);
    if (replaces) renameSync(this.target, old);
    try {
      renameSync(this.temporary, this.target);
    } catch (error) {
      if (replaces) renameSync(old, this.target);
      throw error;
    }
    if (replaces) this.keepTerraformFiles(old);
    this.discard();
  }

  /** Removes what is left beside the output. */
  public discard(): void {
    rmSync(this.scratch, { recursive: true, force: true });
  }

  private keepTerraformFiles(old: string): void {
    for (const id of readdirSync(join(this.target, "stacks"))) {
      const folder = join(old, "stacks", id);
      for (const name of existsSync(folder) ? readdirSync(folder).filter((file) => KEPT.test(file)) : []) {
        const kept = join(this.target, "stacks", id, name);
        if (!existsSync(kept)) renameSync(join(folder, name), kept);
      }
    }
  }
}
