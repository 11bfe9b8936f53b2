import type { Account, Environment } from "../landscape/types";
import { linesOf } from "./marks";

/**
 * What tells an environment from another one that is built alike: its name, its Region, and the id of each account by the
 * account's name. Recorded lines have `{ENVIRONMENT}`, `{REGION}` and `{lending}` instead, so that equal environments have
 * equal lines.
 */
export interface Identity {
  readonly name: string;
  readonly region: string;
  readonly accounts: Readonly<Record<string, string>>;
}

export const accountsIn = ({ governance, producers, consumers }: Environment): readonly Account[] => [
  governance,
  ...producers,
  ...consumers,
];

export const identityOf = (environment: Environment): Identity => ({
  name: environment.name,
  region: environment.region,
  accounts: Object.fromEntries(accountsIn(environment).map(({ name, id }) => [name, id])),
});

/** The name of each account by its id; the first one where accounts share an id. */
export const accountNames = ({ accounts }: Identity): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(accounts)
      .toReversed()
      .map(([name, id]) => [id, name]),
  );

/** Whether two are the same environment: of one name, with an account in common. */
export const isSame = (one: Identity, other: Identity): boolean =>
  one.name === other.name && Object.values(one.accounts).some((id) => Object.values(other.accounts).includes(id));

/** Values and what stands for them, in the order in which they are looked for. */
function names({ name, region, accounts }: Identity): readonly (readonly [value: string, sign: string])[] {
  return [
    ...Object.entries(accounts).map(([account, id]) => [id, `{${account}}`] as const),
    [region, "{REGION}"],
    [name, "{ENVIRONMENT}"],
  ];
}

/** A function that puts signs in the place of an environment's own values, where they stand as whole words. */
export function impersonal(identity: Identity): (text: string) => string {
  const rules = names(identity).map(
    ([value, sign]) => [new RegExp(`(?<![A-Za-z0-9])${value}(?![A-Za-z0-9])`, "g"), sign] as const,
  );
  return (text) => rules.reduce((line, [value, sign]) => line.replace(value, sign), text);
}

/** The way back: a function that puts an environment's values in the place of signs. */
export function personal(identity: Identity): (text: string) => string {
  const values = new Map(names(identity).map(([value, sign]) => [sign, value]));
  return (text) => text.replaceAll(/\{\w+\}/g, (sign) => values.get(sign) ?? sign);
}

/** The record of the environments: a heading each, then Region and accounts. */
export const identityLines = (identities: readonly Identity[]): readonly string[] =>
  identities.flatMap(({ name, region, accounts }) => [
    name,
    `  REGION ${region}`,
    ...Object.entries(accounts).map(([account, id]) => `  ${account} ${id}`),
  ]);

/** What the record of the environments says. */
export function identitiesIn(lines: readonly string[]): readonly Identity[] {
  const found: { name: string; values: [string, string][] }[] = [];
  for (const line of lines.filter((each) => each !== "")) {
    const [key = "", value = ""] = line.trim().split(" ");
    if (line.startsWith("  ")) found.at(-1)?.values.push([key, value]);
    else found.push({ name: key, values: [] });
  }
  return found.map(({ name, values }) => {
    const { REGION: region = "", ...accounts } = Object.fromEntries(values);
    return { name, region, accounts };
  });
}

/** What an environment has of a record, with its own values. */
export const recordedLines = (record: readonly string[], identity: Identity): readonly string[] =>
  linesOf(record, identity.name).map(personal(identity));
