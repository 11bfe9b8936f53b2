import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asBlock, type Block } from "../stack-json";
import { overrideBackend } from "../terraform/backend-override";
import { holdingsOf } from "./holdings";
import type { Holdings } from "./situation";

const IMPORTS = "import.tf.json";
const STATE = "terraform.tfstate";

/**
 * A folder with the bootstrap stack in which its state can lie beside it. The generated folder stays as it is, and what an
 * interrupted run leaves behind is found here by the next one.
 */
export class Workplace {
  public readonly stack: Block;

  public constructor(
    public readonly folder: string,
    /** Folder of the generated stack. */
    public readonly generated: string,
  ) {
    mkdirSync(folder, { recursive: true });
    copyFileSync(join(generated, "cdk.tf.json"), join(folder, "cdk.tf.json"));
    this.stack = asBlock(JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")));
    this.wantImports([]);
  }

  /** Keeps the state in this folder, or in a file elsewhere. */
  public keepHere(path: string = join(this.folder, STATE)): void {
    overrideBackend(this.folder, { local: { path } });
  }

  /** Keeps the state in the stack's own bucket, with the caller's own rights: only pipelines assume the state role. */
  public keepInBucket(): void {
    const { assume_role: _, ...settings } = asBlock(asBlock(asBlock(this.stack["terraform"])["backend"])["s3"]);
    overrideBackend(this.folder, { s3: settings });
  }

  /** What the state in this folder manages. */
  public localState(): Holdings {
    const file = join(this.folder, STATE);
    return existsSync(file) ? holdingsOf(readFileSync(file, "utf8")) : [];
  }

  /** What the next plan takes into the state instead of making it. */
  public wantImports(imports: readonly Block[]): void {
    const file = join(this.folder, IMPORTS);
    if (imports.length === 0) rmSync(file, { force: true });
    else writeFileSync(file, JSON.stringify({ import: imports }, undefined, 2));
  }

  /** Removes everything, the local copy of the state included. */
  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
