/** Change requests: the tests' own `prod` with one thing changed, as an editor of `accounts/` would change it. */

import { column } from "../../model/contract/column";
import type {
  ClusterSource,
  ColumnContract,
  ConsumerAccount,
  Environment,
  Landscape,
  ProducerAccount,
  Source,
  TableContract,
  Team,
} from "../../model/landscape/types";
import { prod } from "../landscape/prod";
import { first } from "./json";

export { prod };
export const lending = first(prod.producers);
const loans = first(lending.sources);
export const risk = first(prod.consumers);

/** `prod` with parts of it replaced. */
export const withProd = (change: Partial<Environment>): Landscape => ({ environments: [{ ...prod, ...change }] });

/** The tests' landscape with the lending account replaced. */
export const withLending = (change: Partial<ProducerAccount>): Landscape =>
  withProd({ producers: prod.producers.map((each) => (each === lending ? { ...lending, ...change } : each)) });

/** The tests' landscape with the loan system replaced. */
export const withLoans = (change: Partial<ClusterSource>): Landscape =>
  withLending({ sources: [{ ...loans, ...change }] });

/** The tests' landscape with the risk account replaced. */
export const withRisk = (change: Partial<ConsumerAccount>): Landscape =>
  withProd({ consumers: prod.consumers.map((each) => (each === risk ? { ...risk, ...change } : each)) });

/** A second Aurora MySQL in lending. */
export const leasing = (domain: string): Source => ({
  ...loans,
  name: "leasing",
  domain,
  database: "leasing",
  tables: [
    {
      schema: "leasing",
      name: "contract",
      description: "A leasing contract",
      primaryKey: ["contract_id"],
      columns: {
        contract_id: column("bigint", "internal", "Contract"),
        instalment: column("decimal(12,2)", "confidential", "Monthly instalment"),
        bank_account: column("varchar(34)", "restricted", "Account that pays"),
      },
    },
  ],
});

/** Shares without what their owners agreed to: they follow their domains. */
const withoutCovers = ({ environments }: Landscape): Landscape => ({
  environments: environments.map((environment) => ({
    ...environment,
    consumers: environment.consumers.map((consumer) => ({
      ...consumer,
      teams: consumer.teams.map((each) => ({
        ...each,
        shares: each.shares.map((share) => {
          const { covers: _, ...following } = share;
          return following;
        }),
      })),
    })),
  })),
});

export const withSecondSource = (domain: string): Landscape =>
  withoutCovers(withLending({ sources: [loans, leasing(domain)] }));

/** A third consumer that sees deposits only. */
export const treasury: ConsumerAccount = {
  name: "treasury",
  id: "666677778888",
  administrators: [],
  teams: [team("liquidity", "666677778888", "deposits", "internal")],
};

export function team(name: string, account: string, domain: string, upTo: "internal" | "confidential"): Team {
  return {
    name,
    assumedBy: [`arn:aws:iam::${account}:role/${name}`],
    resultRetentionDays: 7,
    scanLimitGb: 100,
    shares: [{ domain, upTo, purpose: "Forecasts of liquidity", owner: "treasurer@examplebank.example" }],
  };
}

/** The loan system with one more column at the end of a table. */
export const withColumn = (table: string, name: string, contract: ColumnContract): Landscape =>
  withLoans({
    tables: loans.tables.map((each) =>
      each.name === table ? { ...each, columns: { ...each.columns, [name]: contract } } : each,
    ),
  });

/** The loan system with a table replaced. */
export const withTable = (name: string, change: (table: TableContract) => TableContract): Landscape =>
  withLoans({ tables: loans.tables.map((each) => (each.name === name ? change(each) : each)) });
