import type { ColumnContract } from "../landscape/types";
import type { Classification } from "./classification";

type Marks = Pick<ColumnContract, "immutable" | "onlyIn">;

/**
 * A column in one line, so that a table contract reads like a table.
 * @param type in the words of the source's engine, for example `decimal(12,2)`
 * @param marks `{ onlyIn: ["staging"] }` holds the column back: docs/environments.md; `{ immutable: true }` promises that no
 * row's value ever changes: docs/sources.md
 */
export function column(
  type: string,
  classification: Classification,
  description: string,
  marks?: Pick<Marks, "immutable">,
): Omit<ColumnContract, "onlyIn">;
export function column(type: string, classification: Classification, description: string, marks: Marks): ColumnContract;
export function column(
  type: string,
  classification: Classification,
  description: string,
  marks?: Marks,
): ColumnContract {
  return { type, classification, description, ...marks };
}
