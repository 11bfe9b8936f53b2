import { type Block, isBlock, type StackJson } from "./terraform-json";

/** Where a stack keeps its state. */
export interface StateBackend {
  /** `local`, `s3` and so on, or `cloud`. */
  readonly kind: string;
  readonly settings: Block;
}

/** Every backend of a stack's JSON, which may hold none or several. */
export function backendsOf({ json }: StackJson): readonly StateBackend[] {
  const terraform = isBlock(json["terraform"]) ? json["terraform"] : {};
  const declared = Object.entries(isBlock(terraform["backend"]) ? terraform["backend"] : {});
  const cloud = "cloud" in terraform ? [["cloud", terraform["cloud"]] as const] : [];
  return [...declared, ...cloud].map(([kind, settings]) => ({ kind, settings: isBlock(settings) ? settings : {} }));
}

/** The place of a state as a comparable text; nothing for a kind of backend that is not known here. */
export function stateLocation({ kind, settings }: StateBackend): string | undefined {
  const parts: Readonly<Record<string, readonly unknown[]>> = {
    local: [settings["path"]],
    s3: [settings["bucket"], settings["key"]],
    cloud: [settings["hostname"], settings["organization"], settings["workspaces"]],
  };
  const found = parts[kind];
  return found === undefined ? undefined : JSON.stringify([kind, ...found]);
}
