import type { ColumnContract } from "../landscape/types";
import type { Classification } from "./classification";

/**
 * A column in one line, so that a table contract reads like a table.
 * @param type in the words of the source's engine, for example `decimal(12,2)`
 */
export const column = (type: string, classification: Classification, description: string): ColumnContract => ({
  type,
  classification,
  description,
});
