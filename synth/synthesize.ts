import { App } from "cdktf";
import { annotations, describeAnnotation } from "./annotations";
import { withoutCreationStacks } from "./creation-stacks";
import { type Finding, SynthesisError } from "./finding";
import { guardOutput } from "./guards";
import { guardConstructs } from "./guards/construct-guards";
import { OutputFolder } from "./output-folder";
import { guardLock, writeStackLock } from "./provider-locks";
import { writeStackFiles } from "./stack-files";

const DEFAULT_FOLDER = "cdktf.out";

/** Where to write, and where to say what is worth saying. */
export interface SynthesisOptions {
  /**
   * Output folder.
   * @default - CDKTF_OUTDIR, which the CDKTF CLI sets from `--output`, else `cdktf.out`
   */
  readonly folder?: string;
  /**
   * Receives each annotation as a line.
   * @default - standard error
   */
  readonly print?: (line: string) => void;
  /**
   * Text of the project's Terraform lock file, whose entries go into each stack's folder.
   * @default - no lock files
   */
  readonly lock?: string;
}

function refuseHcl(): void {
  if (process.env["SYNTH_HCL_OUTPUT"] === "true") {
    throw new SynthesisError([
      {
        stack: "app",
        place: "--hcl",
        cause: "CDKTF leaves ephemeral blocks out of HCL, so the credentials stacks would be broken",
        remedy: "run without --hcl; Terraform reads the JSON as it is",
      },
    ]);
  }
}

function failOn(findings: readonly Finding[]): void {
  if (findings.length > 0) throw new SynthesisError(findings);
}

/**
 * Builds all stacks and puts their JSON where Terraform reads it, or leaves the last good output as it is.
 * @throws SynthesisError when a guard finds something
 * @throws Error when a construct refuses its properties
 */
export function synthesize(build: (app: App) => void, options: SynthesisOptions = {}): void {
  refuseHcl();
  const output = new OutputFolder(options.folder ?? process.env["CDKTF_OUTDIR"] ?? DEFAULT_FOLDER);
  const print = options.print ?? console.error;
  try {
    withoutCreationStacks(() => {
      output.clear();
      // CDKTF would put stack traces, and with them paths of this machine, into the manifest.
      const app = new App({ outdir: output.temporary, stackTraces: false });
      build(app);
      failOn(guardConstructs(app));
      app.synth();
      writeStackFiles(app, output.temporary);
    });
    annotations(output.manifest()).map(describeAnnotation).forEach(print);
    const stacks = output.stacks();
    const lock = options.lock ?? "";
    failOn([...guardOutput(stacks), ...guardLock(lock, stacks)]);
    for (const stack of stacks) writeStackLock(lock, stack, output.folder(stack.id), output.earlierFolder(stack.id));
    output.commit();
  } catch (error) {
    output.discard();
    throw error;
  }
}
