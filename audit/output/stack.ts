import { blocks, isBlock, pointerPart } from "./json";
import { providersOf } from "./provider";
import { undecided } from "./tokens";
import type { Block, Provider, Resource, Stack } from "./types";

const KINDS = ["resource", "data", "ephemeral"] as const;

/** What a place in a document holds, and its JSON Pointer. */
type Found = readonly [key: string, value: unknown, pointer: string];

/** Entries of an object, or of a list of objects, which Terraform's JSON allows for every level of labels. */
function entries(value: unknown, pointer: string): readonly Found[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => entries(each, `${pointer}/${index}`));
  if (!isBlock(value)) return [];
  return Object.entries(value)
    .filter(([key]) => key !== "//")
    .map(([key, inner]) => [key, inner, `${pointer}/${pointerPart(key)}`] as const);
}

const at = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce((current: unknown, key) => (isBlock(current) ? current[key] : undefined), value);

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/**
 * A stack from the documents of its files.
 * @param id name when the documents hold none; CDKTF writes one
 */
export function toStack(id: string, documents: ReadonlyMap<string, Block>): Stack {
  const named =
    [...documents.values()].map((each) => text(at(each, "//", "metadata", "stackName"))).find(Boolean) ?? id;
  const providers = providersOf(named, documents.values());
  const resources: Resource[] = [];
  for (const [file, document] of documents) {
    for (const kind of KINDS) resources.push(...resourcesOf(kind, named, file, document, providers));
  }
  const provider = providers.get("aws") ?? unknownProvider(named, "aws");
  return {
    ...provider,
    id: named,
    files: [...documents.keys()],
    resources,
    byAddress: new Map(resources.map((resource) => [resource.address, resource])),
    locals: Object.fromEntries(
      [...documents.values()].flatMap((each) => blocks(each["locals"])).flatMap((local) => Object.entries(local)),
    ),
    modules: [...documents.values()].flatMap((each) => entries(each["module"], "").map(([name]) => name)),
    documents,
  };
}

function resourcesOf(
  kind: Resource["kind"],
  stack: string,
  file: string,
  document: Block,
  providers: ReadonlyMap<string, Provider>,
): readonly Resource[] {
  return entries(document[kind], `/${kind}`).flatMap(([type, named, typePointer]) =>
    entries(named, typePointer).map(([name, value, pointer]): Resource => {
      const list = Array.isArray(value);
      const body = blocks(value)[0] ?? {};
      const constructPath = text(at(body, "//", "metadata", "path"));
      const chosen = text(body["provider"])?.replace(/^\$\{(.*)\}$/, "$1") ?? "aws";
      return {
        kind,
        type,
        name,
        address: kind === "resource" ? `${type}.${name}` : `${kind}.${type}.${name}`,
        stack,
        file,
        pointer: list ? `${pointer}/0` : pointer,
        body,
        // Last: an object that begins with them costs V8 several times as much, and there are very many.
        ...(providers.get(chosen) ?? unknownProvider(stack, chosen)),
        ...(constructPath === undefined ? {} : { constructPath }),
      };
    }),
  );
}

const unknownProvider = (stack: string, name: string): Provider => ({
  account: undecided(`account of ${name} of ${stack}`),
  region: undecided(`Region of ${name} of ${stack}`),
});
