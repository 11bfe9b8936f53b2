import { resolve } from "node:path";
import type { Environment } from "../../../model/landscape/types";
import { EXIT, Failure } from "../../failure";
import { chooseEnvironment, loadEnvironments } from "../../landscape";
import { readManifest, type SynthesizedStack } from "../../manifest";
import type { ProcessEnvironment, Processes } from "../../process/processes";
import { synthesizeTo } from "../../synthesize";
import { select } from "../order/select";
import { type Step, stepsOf } from "../order/steps";
import { fingerprints } from "../record/fingerprint";
import { difference } from "../since/changed";
import { fingerprintsAt } from "../since/synthesize-revision";
import type { DeployOptions } from "./options";

/** What a command is about. */
export interface Scope {
  readonly environment: Environment;
  /** Stacks of every environment. */
  readonly stacks: readonly SynthesizedStack[];
  /** Every step of the environment, in order. */
  readonly all: readonly Step[];
  /** Those that the command is limited to. */
  readonly chosen: readonly Step[];
}

export interface ScopeTools {
  readonly project: string;
  readonly processes: Processes;
  readonly environment: ProcessEnvironment;
  readonly say: (line: string) => void;
}

/** Generates the stacks, unless told otherwise, and finds those that are meant. */
export async function findScope(options: DeployOptions, tools: ScopeTools): Promise<Scope> {
  const environment = chooseEnvironment(loadEnvironments(), options.environment);
  const output = resolve(tools.project, options.output);
  const stacks = options.skipSynth
    ? readManifest(output)
    : await synthesizeTo(tools.processes, { project: tools.project, output }, tools.environment);
  const all = stepsOf(environment, stacks);
  if (all.length === 0) {
    throw new Failure(`${output} has no stack of ${environment.name}. Leave out --skip-synth.`, EXIT.unusable);
  }
  const changed =
    options.since === undefined ? undefined : await changedSince(options.since, stacks, environment, tools);
  return { environment, stacks, all, chosen: select(all, { ...options, changed }) };
}

async function changedSince(
  revision: string,
  stacks: readonly SynthesizedStack[],
  { name }: Environment,
  tools: ScopeTools,
): Promise<ReadonlySet<string>> {
  const { changed, gone } = difference(await fingerprintsAt(tools.processes, revision, tools), fingerprints(stacks));
  const lost = gone.filter((id) => id.startsWith(`${name}-`));
  if (lost.length > 0) {
    tools.say(
      `Since ${revision} these stacks are no longer generated: ${lost.join(", ")}. Their resources stay until a checkout of ${revision} destroys them.`,
    );
  }
  return changed;
}
