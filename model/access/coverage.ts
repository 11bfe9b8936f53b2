import { type LakeColumn, lakeColumns } from "../contract/lake-columns";
import type { Environment, Share, Source, TableContract } from "../landscape/types";
import { opens } from "./opens";

/** A table that a share opens. */
export interface CoveredTable {
  readonly source: Source;
  readonly table: TableContract;
  /** All columns that reach the lake, in the order of the contract. */
  readonly columns: readonly LakeColumn[];
  /** Those that the share opens; at least one. */
  readonly readable: readonly LakeColumn[];
}

/** All sources of a domain, in the order of the landscape. */
export function sourcesOf(environment: Environment, domain: string): readonly Source[] {
  return environment.producers.flatMap(({ sources }) => sources.filter((source) => source.domain === domain));
}

/** Tables of a share with the columns that it opens. A table without a readable column is left out. */
export function coveredTables(environment: Environment, share: Share): readonly CoveredTable[] {
  const domain = sourcesOf(environment, share.domain).flatMap((source) =>
    source.tables.map((table) => ({ name: table.name, columns: lakeColumns(source, table), source, table })),
  );
  return opens(share, domain).map(({ table: { source, table, columns }, readable }) => ({
    source,
    table,
    columns,
    readable,
  }));
}
