import { isAbsolute } from "node:path";
import { isBlock } from "../terraform-json";
import type { OutputGuard } from "./output-guard";

/** Where a stack keeps its state, by the kinds of backend that Terraform's JSON can hold. */
function backends(json: Readonly<Record<string, unknown>>): readonly string[] {
  const terraform = isBlock(json["terraform"]) ? json["terraform"] : {};
  const kinds = Object.keys(isBlock(terraform["backend"]) ? terraform["backend"] : {});
  return "cloud" in terraform ? [...kinds, "cloud"] : kinds;
}

function localPath(json: Readonly<Record<string, unknown>>): unknown {
  const terraform = isBlock(json["terraform"]) ? json["terraform"] : {};
  const backend = isBlock(terraform["backend"]) ? terraform["backend"] : {};
  return isBlock(backend["local"]) ? backend["local"]["path"] : undefined;
}

/**
 * Every stack has one backend of its own. CDKTF adds a local one with an absolute path where none is given, and of
 * several takes one without a word.
 */
export const backendGuard: OutputGuard = ({ stacks }) =>
  stacks.flatMap(({ id, json }) => {
    const kinds = backends(json);
    const path = localPath(json);
    if (kinds.length !== 1) {
      return [
        {
          stack: id,
          place: "terraform.backend",
          cause:
            kinds.length === 0 ? "the stack has no backend" : `the stack has several backends: ${kinds.join(", ")}`,
          remedy: "make the stack a LandingStack, which takes its one backend from the landscape",
        },
      ];
    }
    return typeof path === "string" && isAbsolute(path)
      ? [
          {
            stack: id,
            place: "terraform.backend.local",
            cause: "the path of the state is absolute, so the output differs from machine to machine",
            remedy: "make the stack a LandingStack, whose path is relative to the stack's folder",
          },
        ]
      : [];
  });
