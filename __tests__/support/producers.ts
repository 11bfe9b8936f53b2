/** Producers as a bank with networks, databases and a sense for capacity of its own would declare them. */
import { engineFacts } from "../../model/contract/engine";
import type { ExistingDatabase, Landscape, ProducerAccount, Source, TableContract } from "../../model/landscape/types";
import { first } from "./json";
import { lending, withLending } from "./landscapes";

const loans = first(lending.sources);

export const EXISTING_NETWORK = {
  vpcId: "vpc-0a1b2c3d4e5f60718",
  subnets: [
    { id: "subnet-0a1b2c3d4e5f60711", zone: "eu-central-1a" },
    { id: "subnet-0a1b2c3d4e5f60712", zone: "eu-central-1b" },
  ],
} as const;

const PLACE = {
  host: "loans.db.examplebank.example",
  port: 3307,
  cidr: "10.1.2.0/28",
  secretArn: "arn:aws:secretsmanager:eu-central-1:222233334444:secret:core/loans-AbCdEf",
  secretKeyArn: "arn:aws:kms:eu-central-1:222233334444:key/11111111-2222-3333-4444-555555555555",
} as const;

export const AWS_DATABASE: ExistingDatabase = { ...PLACE, operatedBy: "aws" };
export const BANK_DATABASE: ExistingDatabase = {
  ...PLACE,
  operatedBy: "bank",
  certificates: "-----BEGIN CERTIFICATE-----\nMIIBexample=\n-----END CERTIFICATE-----",
};

/** Lending in a network that it has already. */
export const withExistingNetwork = (change: Partial<ProducerAccount> = {}): Landscape =>
  withLending({ network: EXISTING_NETWORK, ...change });

/** Types of PostgreSQL for those of MySQL that it does not know. */
const postgresqlType = (type: string): string =>
  type
    .replace("smallint unsigned", "integer")
    .replace(/^enum\(.*\)$/, "varchar(20)")
    .replace("bit(1)", "boolean")
    .replace("datetime", "timestamp");

function translated(tables: readonly TableContract[]): readonly TableContract[] {
  return tables.map((table) => ({
    ...table,
    columns: Object.fromEntries(
      Object.entries(table.columns).map(([name, column]) => [name, { ...column, type: postgresqlType(column.type) }]),
    ),
  }));
}

/** The loan system as a database that exists already. */
export function withExistingDatabase(existing: ExistingDatabase, engine: Source["engine"] = "mysql"): Landscape {
  const { name, domain, database, replication } = loans;
  const tables = engineFacts(engine).family === "mysql" ? loans.tables : translated(loans.tables);
  return withExistingNetwork({ sources: [{ name, domain, database, replication, tables, engine, existing }] });
}
