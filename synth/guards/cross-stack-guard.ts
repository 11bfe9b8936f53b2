import { isBlock } from "../terraform-json";
import type { OutputGuard } from "./output-guard";

/**
 * No stack reads another stack's state. CDKTF does so silently whenever an attribute of one stack's resource is used in
 * another; plans then fail until the other is applied, and its whole state must be readable.
 */
export const crossStackGuard: OutputGuard = ({ stacks, elements }) => [
  ...elements
    .filter(({ type }) => type === "terraform_remote_state")
    .map(({ stack, address }) => ({
      stack,
      place: address,
      cause: "the stack reads the state of another stack",
      remedy: "compute the name or ARN in model/names.ts on both sides, or look it up with a data source",
    })),
  ...stacks.flatMap(({ id, json }) =>
    Object.keys(isBlock(json["output"]) ? json["output"] : {})
      .filter((name) => name.startsWith("cross-stack-output-"))
      .map((name) => ({
        stack: id,
        place: `output.${name}`,
        cause: "another stack uses an attribute of this stack",
        remedy: "compute the name or ARN in model/names.ts on both sides, or look it up with a data source",
      })),
  ),
];
