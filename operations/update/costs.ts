import { accountDollars, type EnvironmentCosts } from "../costs/page";
import type { Change } from "./types";

/** Dollars by environment and account, as a page on costs has them in its first table. */
function dollarsIn(page: string): ReadonlyMap<string, string> {
  const rows = page.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  const start = rows.findIndex(([, first]) => first === "account");
  const [, , ...heads] = rows[start] ?? [];
  const found = new Map<string, string>();
  for (const [, account = "", ...cells] of rows.slice(start + 2)) {
    if (account === "" || account.startsWith("**")) break;
    heads.forEach((head, index) => {
      found.set(`${head.split(",")[0] ?? ""} ${account}`, cells[index] ?? "");
    });
  }
  return found;
}

/** Accounts that cost more or less than the page says that was recorded. */
export function changedCosts(page: string, present: readonly EnvironmentCosts[]): readonly Change[] {
  const recorded = dollarsIn(page);
  return present.flatMap((costs) =>
    [...accountDollars(costs)].flatMap(([account, dollars]) => {
      const before = recorded.get(`${costs.name} ${account}`) ?? "";
      if (before === "" || before === dollars) return [];
      return [{ text: `${account}: ${before} becomes ${dollars} dollars a month`, environment: costs.name }];
    }),
  );
}
