import type { ColumnContract } from "../landscape/types";
import type { Classification } from "./classification";

/**
 * A column in one line, so that a table contract reads like a table.
 * @param type in the words of the source's engine, for example `decimal(12,2)`
 * @param mark `{ onlyIn: ["staging"] }` holds the column back: docs/environments.md
 */
export function column(
  type: string,
  classification: Classification,
  description: string,
): Omit<ColumnContract, "onlyIn">;
export function column(
  type: string,
  classification: Classification,
  description: string,
  mark: Required<Pick<ColumnContract, "onlyIn">>,
): ColumnContract;
export function column(
  type: string,
  classification: Classification,
  description: string,
  mark?: Pick<ColumnContract, "onlyIn">,
): ColumnContract {
  return { type, classification, description, ...mark };
}
