import type { Draft } from "./draft";
import { below, type Keys } from "./keys";
import { isExisting, isNewNetwork } from "./kinds";
import type {
  Account,
  ClusterSource,
  ColumnContract,
  ConsumerAccount,
  Environment,
  Landscape,
  Network,
  ProducerAccount,
  SavedQuery,
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

/** Block of a network that the platform makes. */
export const blockOf = (network: Draft<Network> | undefined): string | undefined =>
  network !== undefined && isNewNetwork(network) ? network.cidr : undefined;

/** Sources that are clusters of the platform. */
export const clustersOf = (producer: Visit<ProducerAccount>): readonly Visit<ClusterSource>[] =>
  sourcesOf(producer).flatMap(({ value, keys }) => (isExisting(value) ? [] : [{ value, keys }]));

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

export const queriesOf = ({ value, keys }: Visit<Environment>): readonly Visit<SavedQuery>[] =>
  visits<SavedQuery>(value.queries, below(keys, "queries"));

function visits<T>(list: readonly (Draft<T> | undefined)[] | undefined, keys: Keys): readonly Visit<T>[] {
  return (list ?? []).flatMap((value, index) => (value === undefined ? [] : [{ value, keys: below(keys, index) }]));
}
