import type { Finding } from "../finding";
import { elements, type StackJson } from "../terraform-json";
import { accountGuard } from "./account-guard";
import { backendGuard } from "./backend-guard";
import { boundaryGuard } from "./boundary-guard";
import { crossStackGuard } from "./cross-stack-guard";
import { documentGuard } from "./document-guard";
import { nameLengthGuard } from "./name-length-guard";
import type { OutputGuard } from "./output-guard";
import { queryLengthGuard } from "./query-length-guard";
import { referenceGuard } from "./reference-guard";
import { rightsGuard } from "./rights-guard";
import { singletonGuard } from "./singleton-guard";
import { tagValueGuard } from "./tag-value-guard";
import { traps } from "./traps";

const GUARDS: readonly OutputGuard[] = [
  accountGuard,
  backendGuard,
  boundaryGuard,
  crossStackGuard,
  documentGuard,
  nameLengthGuard,
  queryLengthGuard,
  referenceGuard,
  rightsGuard,
  singletonGuard,
  tagValueGuard,
  ...traps,
];

/** Everything that the guards find in the generated JSON of all stacks. */
export function guardOutput(stacks: readonly StackJson[]): readonly Finding[] {
  const output = { stacks, elements: stacks.flatMap(elements) };
  return GUARDS.flatMap((guard) => guard(output));
}
