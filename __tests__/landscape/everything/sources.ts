import type { ExistingDatabase, Replication, Source } from "../../../model/landscape/types";
import { acceptedOf, contracts, days, flags, prices, waiting } from "./tables";
import { mysqlTypes, postgresqlTypes } from "./types";

const instance: Replication = { instanceClass: "dms.t3.medium", engineVersion: "3.5.4", storageGb: 50 };
const serverless: Replication = { minimumCapacity: 1, maximumCapacity: 8 };

/** Clusters in a network that the platform makes. */
export const own: readonly Source[] = [
  {
    name: "mysqltypes",
    domain: "types",
    engine: "aurora-mysql",
    engineVersion: "8.0.mysql_aurora.3.08.2",
    database: "everything",
    instanceClass: "db.r6g.large",
    instances: 1,
    credentialVersion: 2,
    replication: instance,
    lobMaxKb: 1024,
    waivers: [
      {
        control: "database-multi-az",
        reason: "A trial that may stand still",
        owner: "data@examplebank.example",
        expires: "2027-03-31",
      },
    ],
    tables: [mysqlTypes],
  },
  {
    name: "pgtypes",
    domain: "types",
    engine: "aurora-postgresql",
    engineVersion: "17.9",
    database: "everything",
    instanceClass: "db.serverless",
    capacity: { minimum: 0.5, maximum: 4 },
    replication: serverless,
    lobMaxKb: 64,
    mergeEveryMinutes: 15,
    crawlEveryHours: 6,
    reconcileAtHour: 22,
    tables: [postgresqlTypes],
  },
  {
    name: "sales",
    domain: "sales",
    engine: "aurora-mysql",
    engineVersion: "8.4.mysql_aurora.8.4.7",
    database: "sales",
    instanceClass: "db.r6g.large",
    instances: 3,
    replication: serverless,
    generation: 2,
    tables: [contracts],
  },
  {
    name: "calendar",
    domain: "calendar",
    engine: "aurora-postgresql",
    engineVersion: "18.3",
    database: "calendar",
    instanceClass: "db.r6g.large",
    replication: instance,
    waivers: [
      {
        control: "replication-multi-az",
        reason: "It changes once a year",
        owner: "data@examplebank.example",
        expires: "2027-03-31",
      },
    ],
    tables: [days, waiting],
  },
];

const managed = (name: string, port: number): ExistingDatabase => ({
  operatedBy: "aws",
  host: `${name}.cluster-abc123.eu-west-1.rds.amazonaws.com`,
  port,
  cidr: "10.80.0.0/24",
  secretArn: `arn:aws:secretsmanager:eu-west-1:710000000003:secret:${name}-AbCdEf`,
});

/** Five databases of one account that exist, of every engine, in a network that exists. */
export const existing: readonly Source[] = [
  {
    name: "market",
    domain: "market",
    engine: "postgresql",
    database: "market",
    replication: serverless,
    existing: managed("market", 5432),
    waivers: [
      {
        control: "readiness-slot-retention",
        reason: "The disk of the vendor's server is small",
        owner: "data@examplebank.example",
        expires: "2027-03-31",
      },
    ],
    tables: [prices],
  },
  {
    name: "oldsales",
    domain: "sales",
    engine: "aurora-mysql",
    database: "sales",
    replication: instance,
    existing: managed("oldsales", 3306),
    tables: [{ ...flags, name: "old_flag" }],
  },
  {
    name: "oldcalendar",
    domain: "calendar",
    engine: "aurora-postgresql",
    database: "calendar",
    replication: instance,
    existing: managed("oldcalendar", 5432),
    tables: [{ ...days, name: "old_day", waivers: acceptedOf("postgresql") }],
  },
  {
    name: "limits",
    domain: "limits",
    engine: "mysql",
    database: "limits",
    replication: instance,
    existing: {
      operatedBy: "bank",
      host: "limits.examplebank.example",
      port: 3307,
      cidr: "10.90.0.0/28",
      secretArn: "arn:aws:secretsmanager:eu-west-1:710000000003:secret:limits-AbCdEf",
      secretKeyArn: "arn:aws:kms:eu-west-1:710000000003:key/11111111-2222-3333-4444-555555555555",
      certificates: "-----BEGIN CERTIFICATE-----\nMIIBexample=\n-----END CERTIFICATE-----",
    },
    tables: [flags],
  },
  {
    name: "rates",
    domain: "market",
    engine: "mysql",
    database: "rates",
    replication: serverless,
    existing: managed("rates", 3306),
    tables: [{ ...flags, schema: "rates", name: "rate_flag", waivers: acceptedOf("mysql") }],
  },
];
