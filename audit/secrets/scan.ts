import type { Place } from "../check/control";
import { leaves } from "../check/json";
import { pointerPart } from "../output/json";
import type { Stack } from "../output/types";
import { credentialIn } from "./patterns";

/** A place of a document that looks like a credential. */
export interface PlantedSecret {
  readonly place: Place;
  readonly what: string;
}

const LABELLED = new Set(["resource", "data", "ephemeral"]);

/** The address that a path of keys lies in, else its first keys. */
function addressOf(path: readonly string[]): string {
  const [kind = "", ...rest] = path.filter((key) => !/^\d+$/.test(key));
  const [type = "", name = ""] = rest;
  if (LABELLED.has(kind)) return `${kind === "resource" ? "" : `${kind}.`}${type}.${name}`;
  return [kind, ...rest].slice(0, 2).join(".");
}

/** Texts that hold JSON are looked into: policies, task settings, definitions of workflows. */
function insides(name: string, text: string): readonly (readonly [string, string])[] {
  if (!/^\s*[[{]/.test(text)) return [[name, text]];
  try {
    return leaves(JSON.parse(text)).map(([path, inner]) => [path.at(-1) ?? name, inner] as const);
  } catch {
    return [[name, text]];
  }
}

/** Hashes of code that a stack names as such: where the same text stands elsewhere, it is the hash again. */
const hashesOf = ({ resources }: Stack): ReadonlySet<unknown> =>
  new Set(resources.flatMap(({ body }) => body["source_code_hash"] ?? []));

/** Everything in a stack's documents, comments too, that looks like a credential. Values are not repeated. */
export function secretsIn(stack: Stack): readonly PlantedSecret[] {
  const hashes = hashesOf(stack);
  return [...stack.documents].flatMap(([file, document]) =>
    leaves(document).flatMap(([path, text]) => {
      const name = path.findLast((key) => !/^\d+$/.test(key)) ?? "";
      const what = insides(name, text)
        .filter(([, value]) => !hashes.has(value))
        .map(([inner, value]) => credentialIn(inner, value))
        .find((each) => each !== undefined);
      const pointer = path.map((key) => `/${pointerPart(key)}`).join("");
      return what === undefined ? [] : [{ place: { stack: stack.id, file, address: addressOf(path), pointer }, what }];
    }),
  );
}
