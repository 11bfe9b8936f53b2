import { column } from "../../../model/contract/column";
import type {
  ClusterSource,
  ConsumerAccount,
  Environment,
  Landscape,
  NewNetwork,
  ProducerAccount,
  ReplicationInstance,
  TableContract,
  Team,
} from "../../../model/landscape/types";

/** The same type, writable in every place. */
export type Writable<T> = T extends string | number | boolean
  ? T
  : T extends readonly (infer Item)[]
    ? Writable<Item>[]
    : { -readonly [Key in keyof T]: Writable<T[Key]> };

const table = (schema: string, name: string): Writable<TableContract> => ({
  schema,
  name,
  description: "One row for each of them",
  primaryKey: ["loan_id"],
  columns: {
    loan_id: column("bigint", "internal", "Loan"),
    amount: column("decimal(12,2)", "confidential", "Amount granted"),
    secret: column("varchar(20)", "forbidden", "Never leaves the source"),
  },
});

/** A cluster on a DMS instance, as all sources of the sample are. */
export type SampleSource = Omit<Writable<ClusterSource>, "replication"> & {
  replication: Writable<ReplicationInstance>;
};

/** A producer with a network and clusters of its own, as all of the sample are. */
export type SampleProducer = Omit<Writable<ProducerAccount>, "network" | "sources"> & {
  network: Writable<NewNetwork>;
  sources: SampleSource[];
};

const source = (name: string): SampleSource => ({
  name,
  domain: name,
  engine: "aurora-mysql",
  engineVersion: "8.0.mysql_aurora.3.08.2",
  database: "bank",
  instanceClass: "db.r6g.large",
  replication: { instanceClass: "dms.t3.medium", engineVersion: "3.5.4", storageGb: 50 },
  tables: [table("lending", "loan"), table("lending", "payment")],
});

const postgresql = (name: string): SampleSource => ({
  ...source(name),
  engine: "aurora-postgresql",
  engineVersion: "16.6",
  tables: [table("core", "account")],
});

const analysts = (): Writable<Team> => ({
  name: "risk-analysts",
  assumedBy: ["arn:aws:iam::444455556666:role/analyst"],
  resultRetentionDays: 14,
  scanLimitGb: 100,
  shares: [
    { domain: "loans", upTo: "confidential", purpose: "Forecasts", owner: "risk@bank.example" },
    { domain: "deposits", upTo: "internal", purpose: "Forecasts", owner: "risk@bank.example" },
  ],
});

const prod = (): Omit<Writable<Environment>, "producers"> & { producers: SampleProducer[] } => ({
  name: "prod",
  organization: "bank",
  organizationId: "o-exampleorg1",
  region: "eu-central-1",
  backend: { kind: "local", directory: "state" },
  tags: { "cost-centre": "data" },
  governance: {
    name: "governance",
    id: "111122223333",
    administrators: ["steward"],
    alarmSubscribers: [],
    logRetentionDays: 365,
  },
  producers: [
    {
      name: "lending",
      id: "222233334444",
      network: { cidr: "10.20.0.0/16", zones: ["eu-central-1a", "eu-central-1b"] },
      alarmSubscribers: [],
      sources: [source("loans")],
    },
    {
      name: "core",
      id: "333344445555",
      network: { cidr: "10.30.0.0/16", zones: ["eu-central-1a", "eu-central-1b", "eu-central-1c"] },
      alarmSubscribers: [],
      sources: [postgresql("deposits")],
    },
  ],
  consumers: [{ name: "risk", id: "444455556666", administrators: [], teams: [analysts()] }],
});

/** A landscape without problems: one MySQL and one PostgreSQL source, one team. */
export const sample: Landscape = { environments: [prod()] };

/** The parts of a sample that most tests change. Each belongs to `landscape`. */
export interface Parts {
  readonly landscape: Writable<Landscape>;
  readonly environment: Writable<Environment>;
  readonly lending: SampleProducer;
  readonly core: SampleProducer;
  readonly loans: SampleSource;
  readonly loan: Writable<TableContract>;
  readonly risk: Writable<ConsumerAccount>;
  readonly team: Writable<Team>;
}

/** A sample with a change. No two parts of it share an object, so a change stays where it is made. */
export function changed(change: (parts: Parts) => void): Landscape {
  const environment = prod();
  const landscape = { environments: [environment] };
  const lending = first(environment.producers);
  const core = first(environment.producers.slice(1));
  const risk = first(environment.consumers);
  const loans = first(lending.sources);
  change({ landscape, environment, lending, core, loans, loan: first(loans.tables), risk, team: first(risk.teams) });
  return landscape;
}

/** The first entry of a list. */
export function first<T>(list: readonly T[]): T {
  const [entry] = list;
  if (entry === undefined) throw new Error("the list is empty");
  return entry;
}
