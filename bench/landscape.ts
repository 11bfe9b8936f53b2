import type {
  ColumnContract,
  ConsumerAccount,
  Environment,
  Landscape,
  ProducerAccount,
  Source,
  TableContract,
} from "../model/landscape/types";

const TABLES = 10;
const SHARES = 2;
const REGION = "eu-central-1";

const id = (number: number): string => String(100_000_000_000 + number);

const column = (type: string, classification: ColumnContract["classification"]): ColumnContract => ({
  type,
  classification,
  description: `A ${classification} ${type}`,
});

function table(number: number): TableContract {
  return {
    schema: "core",
    name: `table${number}`,
    description: `Table ${number}`,
    primaryKey: ["id"],
    columns: {
      id: column("bigint", "internal"),
      client_id: column("bigint", "internal"),
      kind: column("varchar(40)", "public"),
      amount: column("decimal(14,2)", "confidential"),
      fee: column("decimal(14,2)", "confidential"),
      booked_on: column("date", "internal"),
      note: column("varchar(200)", "restricted"),
      card_number: column("varchar(19)", "forbidden"),
    },
  };
}

function producer(number: number): ProducerAccount {
  const source: Source = {
    name: `source${number}`,
    domain: `domain${number}`,
    engine: "aurora-mysql",
    engineVersion: "8.0.mysql_aurora.3.08.2",
    database: "core",
    instanceClass: "db.r6g.large",
    replication: { instanceClass: "dms.t3.medium", engineVersion: "3.5.4", storageGb: 100 },
    tables: Array.from({ length: TABLES }, (_, index) => table(index + 1)),
  };
  return {
    name: `producer${number}`,
    id: id(number),
    network: {
      cidr: `10.${Math.floor(number / 16)}.${(number % 16) * 16}.0/20`,
      zones: [`${REGION}a`, `${REGION}b`],
    },
    alarmSubscribers: [],
    sources: [source],
  };
}

function consumer(number: number, producers: number): ConsumerAccount {
  const account = id(10_000 + number);
  return {
    name: `consumer${number}`,
    id: account,
    administrators: [],
    teams: [
      {
        name: `team${number}`,
        assumedBy: [`arn:aws:iam::${account}:role/people`],
        resultRetentionDays: 7,
        scanLimitGb: 100,
        shares: Array.from({ length: SHARES }, (_, index) => ({
          domain: `domain${((number * SHARES + index) % producers) + 1}`,
          upTo: "confidential" as const,
          purpose: "Measurement",
          owner: "bench@example.com",
        })),
      },
    ],
  };
}

/** A landscape of so many accounts: one governance, a fifth producers with a source of ten tables, the rest consumers. */
export function generatedLandscape(accounts: number): Landscape {
  const producers = Math.floor(accounts / 5);
  const environment: Environment = {
    name: "bench",
    organization: "examplebank",
    organizationId: "o-exampleorg1",
    region: REGION,
    backend: { kind: "local", directory: "state" },
    tags: { "cost-centre": "bench" },
    governance: { name: "governance", id: id(99_999), administrators: [], alarmSubscribers: [], logRetentionDays: 365 },
    producers: Array.from({ length: producers }, (_, index) => producer(index + 1)),
    consumers: Array.from({ length: accounts - producers - 1 }, (_, index) => consumer(index + 1, producers)),
  };
  return { environments: [environment] };
}
