import { outputOf } from "../../../audit/output/read";
import type { Output } from "../../../audit/output/types";
import { type Block, first } from "../../support/json";

/** The documents of an output by stack. */
export const documentsOf = ({ stacks }: Output): Readonly<Record<string, Block>> =>
  Object.fromEntries(stacks.map(({ id, documents }) => [id, first([...documents.values()])]));

/** The output with one stack's document changed. */
export function changed(output: Output, stack: string, change: (document: Block) => void): Output {
  const documents = documentsOf(output);
  const copy = structuredClone(documents[stack]);
  if (copy === undefined) throw new Error(`there is no stack ${stack}`);
  change(copy);
  return outputOf({ ...documents, [stack]: copy });
}
