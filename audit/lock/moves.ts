import { blocks } from "../output/json";
import type { Stack } from "../output/types";

/** What becomes of an address: another one, or nothing with the object left alone (a `removed` block). */
export interface Move {
  readonly from: string;
  readonly to?: string;
}

const text = (value: unknown): string => (typeof value === "string" ? value.replace(/^\$\{(.*)\}$/, "$1") : "");

/** The `moved` blocks of a stack, and its `removed` blocks that do not destroy. */
export const movesOf = ({ documents }: Stack): readonly Move[] =>
  [...documents.values()].flatMap((document) => [
    ...blocks(document["moved"]).map(({ from, to }) => ({ from: text(from), to: text(to) })),
    ...blocks(document["removed"])
      .filter(({ lifecycle }) => blocks(lifecycle).some(({ destroy }) => destroy === false))
      .map(({ from }) => ({ from: text(from) })),
  ]);
