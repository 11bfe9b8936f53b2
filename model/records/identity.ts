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

/** A value, what stands for it, and what surrounds it where it means the environment. */
interface Sign {
  readonly value: string;
  readonly sign: string;
  readonly pattern: string;
}

const START = "(?<![A-Za-z0-9])";

function signs({ name, region, accounts }: Identity): readonly Sign[] {
  return [
    ...Object.entries(accounts).map(([account, id]) => ({
      value: id,
      sign: `{${account}}`,
      pattern: `${START}${id}(?![A-Za-z0-9])`,
    })),
    // The letter of a zone may follow.
    { value: region, sign: "{REGION}", pattern: `${START}${region}(?![0-9])` },
    // A name may be any word, `data` for example: it begins names of ours, or stands alone, but is no part of AWS's names.
    { value: name, sign: "{ENVIRONMENT}", pattern: `${START}${name}(?=-)|(?<![\\w.-])${name}(?![\\w.:])` },
  ];
}

/** A function that puts signs in the place of an environment's own values. */
export function impersonal(identity: Identity): (text: string) => string {
  const rules = signs(identity).map(({ pattern, sign }) => ({ pattern: new RegExp(pattern, "g"), sign }));
  return (text) => rules.reduce((line, { pattern, sign }) => line.replace(pattern, sign), text);
}

/** The way back: a function that puts an environment's values in the place of signs. */
export function personal(identity: Identity): (text: string) => string {
  const values = new Map(signs(identity).map(({ value, sign }) => [sign, value]));
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
