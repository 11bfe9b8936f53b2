import type { Share } from "../../../../model/landscape/types";
import { first, type Parts, type Writable } from "../sample";

/** A change to the sample, and the one problem that it causes: path in the file, value, what to write instead. */
export interface Refusal {
  readonly title: string;
  readonly change: (parts: Parts) => void;
  readonly file: string;
  readonly path: string;
  readonly found: string;
  readonly remedy: string;
}

type Change = (share: Writable<Share>, parts: Parts) => void;

export const RISK = "accounts/prod/risk.ts";

/** A refusal at the team's share of loans. */
export const share = (title: string, change: Change, path: string, found: string, remedy: string): Refusal => ({
  title,
  change: (parts) => change(first(parts.team.shares), parts),
  file: RISK,
  path: `teams[risk-analysts].shares[loans].${path}`,
  found,
  remedy,
});

/** A refusal of an expression. */
export const expression = (text: string, remedy: string): Refusal =>
  share(
    `the row rule ${text}`,
    (loans) => {
      loans.rows = { expression: text };
    },
    "rows.expression",
    JSON.stringify(text),
    `write ${remedy}`,
  );

export const OTHER_ORGANIZATION = "o-otherbank123";
export const UNIT = "arn:aws:organizations::999999999999:ou/o-exampleorg1/ou-ab12-cdefgh34";

/** A second consumer account with a row rule on loans, or with everything of it. */
export function secondConsumer({ environment, risk, team }: Parts, change: (share: Writable<Share>) => void): void {
  const loans = { ...first(team.shares) };
  change(loans);
  const id = "666677778888";
  environment.consumers.push({
    ...risk,
    name: "treasury",
    id,
    teams: [{ ...team, name: "liquidity", assumedBy: [`arn:aws:iam::${id}:role/people`], shares: [loans] }],
  });
}

export const byTables = (loans: Writable<Share>, ...tables: string[]): void => {
  loans.tables = tables;
};
