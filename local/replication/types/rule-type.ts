import type { RuleDataType } from "../mappings/data-type";
import { type DmsType, isLob, isPlain } from "./dms-type";

const DIGITS = 38;
const MICROSECONDS = 6;

/**
 * The type that a rule gives a column. Text keeps its whole length: what DMS does with values that are longer than the
 * rule says is documented nowhere, so a rule with a length is refused.
 */
export function typeOfRule({ type, length, precision, scale }: RuleDataType): DmsType | { readonly refused: string } {
  const kind = type.toLowerCase();
  if (length !== undefined) return { refused: "a length is not imitated" };
  if (kind === "numeric") {
    if (precision === undefined || scale === undefined) return { refused: "write precision and scale" };
    if (precision < 1 || precision > DIGITS || scale > precision) return { refused: "write 1 to 38 digits" };
    return { kind, precision, scale };
  }
  if (kind === "datetime") return { kind, fraction: scale ?? MICROSECONDS };
  if (!isPlain(kind)) return { refused: `DMS has no type ${type}, or it is not imitated` };
  return isLob({ kind }) ? { refused: "DMS changes no column to a large object" } : { kind };
}
