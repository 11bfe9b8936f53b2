import type { RowCondition } from "../../model/landscape/types";

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Less than zero, zero or more: numbers by their value, everything else letter by letter. */
function compared(one: string, other: string): number {
  if (NUMBER.test(one) && NUMBER.test(other)) {
    // Both with the same number of decimals are whole numbers of any size.
    const decimals = Math.max(...[one, other].map((each) => (each.split(".")[1] ?? "").length));
    const [left = 0n, right = 0n] = [one, other].map((each) => {
      const [whole = "", fraction = ""] = each.split(".");
      return BigInt(whole + fraction.padEnd(decimals, "0"));
    });
    return left < right ? -1 : Number(left > right);
  }
  return one < other ? -1 : Number(one > other);
}

/** Whether a value passes a condition of `onlyRows`. */
export function passes({ operator, value }: RowCondition, held: string): boolean {
  const order = compared(held, value);
  switch (operator) {
    case "eq":
      return order === 0;
    case "noteq":
      return order !== 0;
    case "gte":
      return order >= 0;
    case "lte":
      return order <= 0;
  }
}
