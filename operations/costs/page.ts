import { type AccountCosts } from "./estimate";
import { PRICES, type PriceName } from "./prices";
import { USAGE_TEXT, type Usage } from "./usage";

const dollars = (amount: number): string => amount.toFixed(amount < 10 ? 2 : 0);
const amount = (quantity: number): string =>
  quantity < 10 ? String(Number(quantity.toFixed(2))) : quantity.toFixed(0);
const row = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** The page on costs: the sum by account, what it consists of, and everything that is assumed. */
export function costsPage(environment: string, accounts: readonly AccountCosts[], usage: Usage): string {
  const total = accounts.reduce((sum, account) => sum + account.dollars, 0);
  const used = new Set(accounts.flatMap(({ items }) => items.map(({ price }) => price)));
  return [
    "# Costs",
    "",
    `What \`${environment}\` of the default landscape costs in a month, in US dollars, computed from its generated JSON by \`npm run costs\`.`,
    "It is an estimate: quantities below are assumed, prices are list prices of eu-central-1 as assumed in `operations/costs/prices.ts`, without",
    "tax, discounts, data transfer, backups beyond the free size, and support. Requests that cost cents are left out.",
    "",
    row("account", "dollars a month"),
    row("---", "---:"),
    ...accounts.map((each) => row(each.account, dollars(each.dollars))),
    row("**all**", `**${dollars(total)}**`),
    ...accounts.flatMap(accountSection),
    "",
    "## Assumed quantities of a month",
    "",
    row("quantity", "of what"),
    row("---:", "---"),
    ...USAGE_TEXT.map(([key, text]) => row(String(usage[key]), text)),
    "",
    "## Assumed prices",
    "",
    row("what", "dollars", "per", "look it up"),
    row("---", "---:", "---", "---"),
    ...prices(used),
    "",
  ].join("\n");
}

function accountSection({ account, items }: AccountCosts): readonly string[] {
  return [
    "",
    `## ${account}`,
    "",
    row("what", "quantity", "unit", "dollars"),
    row("---", "---:", "---", "---:"),
    ...items.map((each) => row(each.what, amount(each.quantity), PRICES[each.price].per, dollars(each.dollars))),
  ];
}

const prices = (used: ReadonlySet<PriceName>): readonly string[] =>
  Object.entries(PRICES)
    .filter(([name]) => [...used].some((each) => each === name))
    .map(([name, { dollars: each, per, page }]) => row(name, String(each), per, page));
