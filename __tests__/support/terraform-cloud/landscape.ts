import { loadLandscape } from "../../../model/landscape/load";
import type { Environment } from "../../../model/landscape/types";
import { readManifest, type SynthesizedStack } from "../../../operations/manifest";
import { addStacks } from "../../../stacks";
import { synthesize } from "../../../synth/synthesize";
import { first } from "../json";
import { withProd } from "../landscapes";

export const PROJECT = "Lake of prod";

/** The tests' landscape kept in HCP Terraform, written to a folder. */
export function synthesizedForCloud(
  folder: string,
  change: Partial<Environment> = {},
): { readonly environment: Environment; readonly stacks: readonly SynthesizedStack[] } {
  const backend = { kind: "cloud", organization: "examplebank", project: PROJECT } as const;
  const environment = first(loadLandscape(withProd({ backend, ...change })).environments);
  synthesize((app) => addStacks(app, environment), { folder, print: () => undefined });
  return { environment, stacks: readManifest(folder) };
}
