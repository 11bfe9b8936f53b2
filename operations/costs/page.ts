import type { AccountCosts } from "./estimate";
import { PRICES, type PriceName } from "./prices";
import { USAGE_TEXT, type Usage } from "./usage";

/** Costs of one environment. */
export interface EnvironmentCosts {
  readonly name: string;
  readonly accounts: readonly AccountCosts[];
}

const dollars = (amount: number): string => amount.toFixed(amount < 10 ? 2 : 0);
const amount = (quantity: number): string =>
  quantity < 10 ? String(Number(quantity.toFixed(2))) : quantity.toFixed(0);
const row = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const sum = (accounts: readonly AccountCosts[]): number =>
  accounts.reduce((total, account) => total + account.dollars, 0);

/** Dollars of an environment's accounts, as the page writes them. */
export const accountDollars = ({ accounts }: EnvironmentCosts): ReadonlyMap<string, string> =>
  new Map(accounts.map((account) => [account.account, dollars(account.dollars)]));

/** The page on costs: the sum by account and environment, what it consists of, and everything that is assumed. */
export function costsPage(environments: readonly EnvironmentCosts[], usage: Usage): string {
  const all = environments.flatMap(({ accounts }) => accounts);
  const used = new Set(all.flatMap(({ items }) => items.map(({ price }) => price)));
  const accounts = [...new Set(all.map(({ account }) => account))];
  return [
    "# Costs",
    "",
    "What the environments of this landscape cost in a month, in US dollars, computed from their generated JSON; `npm run update` writes it.",
    "It is an estimate: quantities below are assumed, prices are list prices of eu-central-1 as assumed in `operations/costs/prices.ts`, without",
    "tax, discounts, data transfer, backups beyond the free size, and support. Requests that cost cents are left out.",
    "",
    row("account", ...environments.map(({ name }) => `${name}, dollars a month`)),
    row("---", ...environments.map(() => "---:")),
    ...accounts.map((account) => row(account, ...environments.map((each) => accountDollars(each).get(account) ?? ""))),
    row("**all**", ...environments.map((each) => `**${dollars(sum(each.accounts))}**`)),
    ...unpricedLines(all),
    ...accounts.flatMap((account) => accountSection(account, environments)),
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

function unpricedLines(accounts: readonly AccountCosts[]): readonly string[] {
  const names = [...new Set(accounts.flatMap(({ unpriced }) => unpriced))].toSorted();
  if (names.length === 0) return [];
  return [
    "",
    `Not in these sums, since no price is assumed for it: ${names.map((name) => `\`${name}\``).join(", ")}. Add it to \`operations/costs/prices.ts\`.`,
  ];
}

function accountSection(account: string, environments: readonly EnvironmentCosts[]): readonly string[] {
  const having = environments.flatMap(({ name, accounts }) => {
    const found = accounts.find((each) => each.account === account);
    return found === undefined ? [] : [{ name, items: found.items }];
  });
  const items = new Map(having.flatMap((each) => each.items.map((item) => [`${item.what}\n${item.price}`, item])));
  return [
    "",
    `## ${account}`,
    "",
    row("what", "unit", ...having.flatMap(({ name }) => [`${name}: quantity`, "dollars"])),
    row("---", "---", ...having.flatMap(() => ["---:", "---:"])),
    ...[...items.values()].map(({ what, price }) =>
      row(
        what,
        PRICES[price].per,
        ...having.flatMap((each) => {
          const own = each.items.find((item) => item.what === what && item.price === price);
          return own === undefined ? ["", ""] : [amount(own.quantity), dollars(own.dollars)];
        }),
      ),
    ),
  ];
}

const prices = (used: ReadonlySet<PriceName>): readonly string[] =>
  Object.entries(PRICES)
    .filter(([name]) => [...used].some((each) => each === name))
    .map(([name, { dollars: each, per, page }]) => row(name, String(each), per, page));
