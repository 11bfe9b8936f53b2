import type { Renamed } from "./first-name";
import type { Draft } from "./landscape/draft";
import { below, type Keys } from "./landscape/keys";
import type { Account, Environment } from "./landscape/types";
import { accountsOf, consumersOf, producersOf, sourcesOf, teamsOf, type Visit } from "./landscape/walk";
import type { LimitKind } from "./limits";
import { FOR_ACCOUNT, FOR_ENVIRONMENT, FOR_PRODUCER, FOR_SOURCE, FOR_TEAM, type NameContext } from "./name-tables";

/** A text of the landscape that names are made of. */
export interface NamePart {
  readonly keys: Keys;
  readonly value: string;
}

/** A name that the platform gives to something. */
export interface ComputedName {
  /** The function of `names.ts` that computes it. */
  readonly by: string;
  readonly kind: LimitKind;
  /** What is missing in the landscape is left out: the name is then at least this long. */
  readonly name: string;
  /** The parts of the landscape that occur in the name. */
  readonly parts: readonly NamePart[];
}

type NameTable = Readonly<Record<string, (typeof FOR_SOURCE)["clusterId"]>>;

/** Every name of an environment. */
export function computedNames(environment: Visit<Environment>): readonly ComputedName[] {
  const { value, keys } = environment;
  const governance = { value: value.governance ?? {}, keys: below(keys, "governance") };
  const named = (table: NameTable, account: Visit<Account>, subject: Visit<Renamed>) =>
    rows(table, contextOf(value, account.value, subject.value), [
      ...part(below(keys, "organization"), value.organization),
      ...part(below(keys, "name"), value.name),
      ...part(below(account.keys, "deployRole"), account.value.deployRole),
      ...part(below(account.keys, "name"), account.value.name),
      ...part(below(subject.keys, "name"), subject.value.name),
      ...part(below(subject.keys, "formerly"), subject.value.formerly),
    ]);
  return [
    ...named(FOR_ENVIRONMENT, governance, governance),
    ...accountsOf(environment).flatMap((account) => named(FOR_ACCOUNT, account, account)),
    ...producersOf(environment).flatMap((producer) =>
      [
        named(FOR_PRODUCER, producer, producer),
        sourcesOf(producer).flatMap((source) => named(FOR_SOURCE, producer, source)),
      ].flat(),
    ),
    ...consumersOf(environment).flatMap((consumer) =>
      teamsOf(consumer).flatMap((team) => named(FOR_TEAM, consumer, team)),
    ),
  ];
}

function rows(table: NameTable, context: NameContext, parts: readonly NamePart[]): readonly ComputedName[] {
  return Object.entries(table).flatMap(([by, { kinds, name: compute }]) => {
    const name = compute(context);
    return kinds.map((kind) => ({ by, kind, name, parts: parts.filter(({ value }) => name.includes(value)) }));
  });
}

function contextOf(environment: Draft<Environment>, account: Draft<Account>, subject: Draft<Renamed>): NameContext {
  const { name = "", organization = "", governance } = environment;
  const { deployRole } = account;
  return {
    environment: { name, organization, governance: { id: governance?.id ?? ANY_ID } },
    account: {
      name: account.name ?? "",
      id: account.id ?? ANY_ID,
      ...(deployRole === undefined ? {} : { deployRole }),
    },
    subject: { name: subject.name ?? "", formerly: subject.formerly },
  };
}

/** Stands for a missing account id: all have 12 digits. */
const ANY_ID = "000000000000";

const part = (keys: Keys, value: string | undefined): readonly NamePart[] => (value ? [{ keys, value }] : []);
