import { column } from "../../../model/contract/column";
import type { ExistingDatabase, Landscape, Source, TableContract } from "../../../model/landscape/types";

const entries = (schema: string, name: string): TableContract => ({
  schema,
  name,
  description: "Something that was booked",
  primaryKey: ["entry_id", "line"],
  columns: {
    entry_id: column("bigint", "internal", "Booking"),
    line: column("smallint", "internal", "Line of the booking"),
    booked_on: column("date", "internal", "Day"),
    amount: column("numeric(18,4)", "confidential", "Amount"),
    market: column("varchar(10)", "internal", "Market of the amount", { immutable: true }),
  },
});

const place: ExistingDatabase = {
  operatedBy: "aws",
  host: "books.manybank.example",
  port: 5432,
  cidr: "10.9.0.0/24",
  secretArn: "arn:aws:secretsmanager:eu-north-1:740000000002:secret:books-AbCdEf",
};

const replication = { instanceClass: "dms.t3.medium", engineVersion: "3.5.4", storageGb: 50 };

/** A database that exists, each a domain of its own. */
const book = (name: string): Source => ({
  name,
  domain: name,
  engine: "postgresql",
  database: name,
  replication,
  existing: place,
  tables: [entries(name, `${name}_entry`)],
});

/** One environment, one engine, five sources of one account, of which one alone is a cluster; rows that stay behind. */
export const many: Landscape = {
  environments: [
    {
      name: "main",
      organization: "manybank",
      organizationId: "o-manybank001",
      region: "eu-north-1",
      backend: { kind: "cloud", organization: "manybank", project: "lake" },
      tags: { owner: "data" },
      governance: {
        name: "data",
        id: "740000000001",
        administrators: [],
        alarmSubscribers: ["data@manybank.example"],
        logRetentionDays: 731,
      },
      producers: [
        {
          name: "core",
          id: "740000000002",
          network: {
            vpcId: "vpc-0123456789abcdef0",
            subnets: [
              { id: "subnet-0123456789abcdef1", zone: "eu-north-1a" },
              { id: "subnet-0123456789abcdef2", zone: "eu-north-1b" },
            ],
          },
          alarmSubscribers: [],
          sources: [
            {
              name: "ledger",
              domain: "ledger",
              engine: "aurora-postgresql",
              engineVersion: "16.6",
              database: "ledger",
              instanceClass: "db.r6g.large",
              replication: { minimumCapacity: 2, maximumCapacity: 8 },
              tables: [
                {
                  ...entries("ledger", "entry"),
                  onlyRows: [{ column: "market", operator: "noteq", value: "test" }],
                  partitionedBy: [{ transform: "year", column: "booked_on" }],
                },
              ],
            },
            book("equities"),
            book("bonds"),
            book("funds"),
            book("futures"),
          ],
        },
      ],
      consumers: [
        {
          name: "research",
          id: "740000000003",
          administrators: [],
          teams: [
            {
              name: "quants",
              assumedBy: ["arn:aws:iam::740000000003:role/quants-login"],
              resultRetentionDays: 7,
              scanLimitGb: 50,
              shares: [
                {
                  domain: "ledger",
                  upTo: "confidential",
                  purpose: "Models of prices",
                  owner: "quants@manybank.example",
                },
                {
                  domain: "bonds",
                  upTo: "internal",
                  rows: { column: "market", values: ["XETR", "XPAR"] },
                  purpose: "Bonds of two markets",
                  owner: "quants@manybank.example",
                },
              ],
            },
          ],
        },
      ],
      queries: [
        {
          name: "entries_by_day",
          question: "How much was booked on each day?",
          tables: { e: "ledger.entry" },
          parameters: [],
          sql: "SELECT {e.booked_on} AS day, sum({e.amount}) AS amount FROM {e} GROUP BY {e.booked_on}",
        },
      ],
    },
  ],
};
