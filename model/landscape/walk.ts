import type { Draft } from "./draft";
import { below, type Keys } from "./keys";
import type {
  Account,
  ColumnContract,
  ConsumerAccount,
  Environment,
  Landscape,
  ProducerAccount,
  Share,
  Source,
  TableContract,
  Team,
} from "./types";

/** A part of the landscape and where it is. */
export interface Visit<T> {
  readonly value: Draft<T>;
  readonly keys: Keys;
}

export const environmentsOf = (landscape: Draft<Landscape>): readonly Visit<Environment>[] =>
  visits<Environment>(landscape.environments, ["environments"]);

export const producersOf = ({ value, keys }: Visit<Environment>): readonly Visit<ProducerAccount>[] =>
  visits<ProducerAccount>(value.producers, below(keys, "producers"));

export const consumersOf = ({ value, keys }: Visit<Environment>): readonly Visit<ConsumerAccount>[] =>
  visits<ConsumerAccount>(value.consumers, below(keys, "consumers"));

/** Governance first, then producers, then consumers. */
export const accountsOf = (environment: Visit<Environment>): readonly Visit<Account>[] => {
  const { governance } = environment.value;
  const first = governance === undefined ? [] : [{ value: governance, keys: below(environment.keys, "governance") }];
  return [...first, ...producersOf(environment), ...consumersOf(environment)];
};

export const sourcesOf = ({ value, keys }: Visit<ProducerAccount>): readonly Visit<Source>[] =>
  visits<Source>(value.sources, below(keys, "sources"));

export const tablesOf = ({ value, keys }: Visit<Source>): readonly Visit<TableContract>[] =>
  visits<TableContract>(value.tables, below(keys, "tables"));

/** Columns whose value is there, by name. */
export const columnsOf = ({
  value,
  keys,
}: Visit<TableContract>): readonly (Visit<ColumnContract> & { name: string })[] =>
  Object.entries(value.columns ?? {}).flatMap(([name, column]) =>
    column === undefined ? [] : [{ name, value: column, keys: below(keys, "columns", name) }],
  );

export const teamsOf = ({ value, keys }: Visit<ConsumerAccount>): readonly Visit<Team>[] =>
  visits<Team>(value.teams, below(keys, "teams"));

export const sharesOf = ({ value, keys }: Visit<Team>): readonly Visit<Share>[] =>
  visits<Share>(value.shares, below(keys, "shares"));

function visits<T>(list: readonly (Draft<T> | undefined)[] | undefined, keys: Keys): readonly Visit<T>[] {
  return (list ?? []).flatMap((value, index) => (value === undefined ? [] : [{ value, keys: below(keys, index) }]));
}
