/** What makes a merge that goes by time alone go wrong: every bank has it. */
import { LENDING } from "../../../examples/sample-bank";
import type { BankChange, BankTransaction } from "../../../local/source-systems";
import { keyOf, sample } from "./support/samples";

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

/** Lists of what shares a group, in order. */
function grouped<Item>(items: Iterable<Item>, group: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(group(item), [...(groups.get(group(item)) ?? []), item]);
  return [...groups.values()];
}

const commitsOf = (seed: number): readonly BankTransaction[] => [...sample({ seed }).changes()];

/** Changes of one key in one commit or second, where there are several. */
const repeated = (commits: readonly BankTransaction[], when: (commit: BankTransaction, index: number) => string) =>
  grouped(
    commits.flatMap((commit, index) => commit.changes.map((change) => ({ change, at: when(commit, index) }))),
    ({ change, at }) => `${at} ${keyOf(change)}`,
  )
    .map((group) => group.map(({ change }) => change))
    .filter((group) => group.length > 1);

const differs = (group: readonly BankChange[]): boolean => {
  const last = JSON.stringify([group.at(-1)?.operation, group.at(-1)?.row]);
  return group.slice(0, -1).some(({ operation, row }) => JSON.stringify([operation, row]) !== last);
};
const operations = (group: readonly BankChange[]): string => group.map(({ operation }) => operation).join("");
const second = ({ database, committed }: BankTransaction): string => `${database.database} ${committed / 1_000_000n}`;

describe.each(SEEDS)("the changes of seed %i", (seed) => {
  const commits = commitsOf(seed);
  const inCommit = repeated(commits, (_, index) => String(index));
  const inSecond = repeated(commits, second);

  it("change a row several times in one commit, and in one second over several, the last one otherwise", () => {
    expect(inCommit.filter(differs).length).toBeGreaterThan(10);
    expect(inSecond.filter(differs).length).toBeGreaterThan(inCommit.filter(differs).length);
    const ofLoans = repeated(
      commits.filter(({ database }) => database === LENDING),
      second,
    );
    expect(ofLoans.filter(differs).length).toBeGreaterThan(0);
  });

  it("delete a key and insert it again, and the other way round, within a commit", () => {
    const orders = inCommit.map(operations);
    expect(orders).toContain("DI");
    expect(orders.some((order) => /^I.*D$/.test(order))).toBe(true);
  });

  it("delete a key and insert it again in a later commit of the same second", () => {
    const within = new Set(inCommit.filter((group) => operations(group).includes("DI")).map((group) => group[0]));
    const across = inSecond.filter((group) => operations(group).includes("DI") && !within.has(group[0]));
    expect(across.length).toBeGreaterThan(0);
  });

  it("commit several times a second in the loan system", () => {
    const seconds = grouped(
      commits.filter(({ database }) => database === LENDING),
      second,
    );
    expect(seconds.filter((group) => group.length > 1).length).toBeGreaterThan(0);
  });
});
