import { column } from "../../../model/contract/column";
import type { ExistingDatabase, Landscape, Source, TableContract } from "../../../model/landscape/types";

const place = (host: string): ExistingDatabase => ({
  operatedBy: "bank",
  host: `${host}.shopbank.example`,
  port: 3306,
  cidr: "10.12.0.0/28",
  secretArn: `arn:aws:secretsmanager:eu-west-3:750000000002:secret:${host}-AbCdEf`,
  certificates: "-----BEGIN CERTIFICATE-----\nMIIBexample=\n-----END CERTIFICATE-----",
});

/** Both servers are of one make, so that they have the same schema and tables. */
const sale: TableContract = {
  schema: "till",
  name: "sale",
  description: "Something that was sold, or came back",
  primaryKey: ["shop", "number"],
  columns: {
    shop: column("smallint unsigned", "internal", "Shop"),
    number: column("bigint", "internal", "Number of the receipt in the shop"),
    sold_at: column("datetime(3)", "internal", "When, in UTC"),
    amount: column("decimal(12,2)", "confidential", "Amount"),
    payment: column("enum('cash','card','voucher')", "internal", "Way of payment"),
    card_number: column("varchar(19)", "forbidden", "Number of the card"),
  },
};

const source = (name: string, serverless: boolean): Source => ({
  name,
  domain: name,
  engine: "mysql",
  database: "till",
  replication: serverless
    ? { minimumCapacity: 1, maximumCapacity: 4 }
    : { instanceClass: "dms.t3.medium", engineVersion: "3.5.4", storageGb: 50 },
  existing: place(name),
  tables: [sale],
});

/** A network, databases and a role that exist, the same tables on two servers, and states in HCP Terraform. */
export const shops: Landscape = {
  environments: [
    {
      name: "run",
      organization: "shopbank",
      organizationId: "o-shopbank001",
      region: "eu-west-3",
      backend: { kind: "cloud", organization: "shopbank", project: "lake" },
      tags: {},
      governance: { name: "hub", id: "750000000001", administrators: [], alarmSubscribers: [], logRetentionDays: 400 },
      producers: [
        {
          name: "retail",
          id: "750000000002",
          network: {
            vpcId: "vpc-0f1e2d3c4b5a69780",
            subnets: [
              { id: "subnet-0f1e2d3c4b5a69781", zone: "eu-west-3a" },
              { id: "subnet-0f1e2d3c4b5a69782", zone: "eu-west-3b" },
            ],
          },
          alarmSubscribers: [],
          sources: [source("sales", true), source("returns", false)],
        },
      ],
      consumers: [
        {
          name: "office",
          id: "750000000003",
          administrators: [],
          teams: [
            {
              name: "bookkeepers",
              assumedBy: [],
              existingRole: "arn:aws:iam::750000000003:role/bookkeepers",
              resultRetentionDays: 7,
              scanLimitGb: 10,
              shares: [
                {
                  domain: "sales",
                  upTo: "internal",
                  purpose: "Daily books",
                  owner: "books@shopbank.example",
                },
                {
                  domain: "returns",
                  upTo: "internal",
                  rows: { column: "payment", values: ["card"] },
                  purpose: "Money that goes back to cards",
                  owner: "books@shopbank.example",
                },
              ],
            },
          ],
        },
      ],
      queries: [
        {
          name: "sales_by_payment",
          question: "How many sales were paid in which way?",
          tables: { s: "sales.sale" },
          parameters: [],
          sql: "SELECT {s.payment} AS payment, count(*) AS sales FROM {s} GROUP BY {s.payment}",
        },
      ],
    },
  ],
};
