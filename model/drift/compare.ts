import { below, type Keys } from "../landscape/keys";
import { locate } from "../landscape/locate";
import type { Environment, Landscape, ProducerAccount, Source, TableContract } from "../landscape/types";
import { discoveredDatabase, zoneBucketName } from "../names";
import { rawPrefix, rawTableUrl } from "../replication/layout";
import { compareColumns } from "./compare-columns";
import type { Drift, FoundTable } from "./types";

/** A source, where it stands in the landscape, and what the crawler found of it. */
export interface Crawled {
  readonly landscape: Landscape;
  readonly environment: Environment;
  readonly producer: ProducerAccount;
  readonly source: Source;
  readonly tables: readonly FoundTable[];
}

/**
 * What the contracts of a source and the crawler's tables differ in, table by table in the order of the contracts. Expected,
 * and no drift: the columns that DMS adds, partition keys, tables of earlier generations.
 */
export function compareSource(crawled: Crawled): readonly Drift[] {
  const { environment, producer, source, tables } = crawled;
  const owned = source.tables.map((table) => rawTableUrl(environment, producer, source, table));
  const current = `s3://${zoneBucketName(environment, source, "raw")}/${rawPrefix(producer, source)}/`;
  const strangers = tables
    .map((table) => ({ ...table, location: folder(table.location) }))
    .filter(({ location }) => location.startsWith(current) && !owned.some((url) => location.startsWith(url)));
  return [
    ...source.tables.flatMap((table, index) => compareTable(crawled, table, index)),
    ...strangers.map(({ name, location }) =>
      drift(crawled, ["tables"], {
        kind: "unexpected-table",
        table: name,
        found: location,
        remedy:
          location === current
            ? `run the crawler again after its configuration is restored by Terraform: \`${name}\` holds several tables`
            : `add a contract for what DMS writes to ${location}, or take it out of the task's table mappings; then drop \`${name}\` from ${discoveredDatabase(source)}`,
      }),
    ),
  ];
}

function compareTable(crawled: Crawled, table: TableContract, index: number): readonly Drift[] {
  const { environment, producer, source } = crawled;
  const url = rawTableUrl(environment, producer, source, table);
  const [found, ...more] = crawled.tables.filter(({ location }) => folder(location).startsWith(url));
  const keys = ["tables", index];
  if (found === undefined) {
    const remedy =
      "nothing if no row has changed since the first load; else see whether the crawler ran and DMS replicates the table: docs/drift.md";
    return [drift(crawled, keys, { kind: "missing-table", table: table.name, remedy })];
  }
  if (more.length > 0) {
    const names = [found, ...more].map(({ name }) => name).toSorted();
    const remedy = `find the files below ${url} that do not fit the others, then drop these tables from ${discoveredDatabase(source)} and run the crawler: docs/drift.md`;
    return [drift(crawled, keys, { kind: "several-tables", table: table.name, found: names.join(", "), remedy })];
  }
  return compareColumns(source, table, found).map(({ at, ...difference }) =>
    drift(crawled, [...keys, ...at], { ...difference, table: table.name }),
  );
}

/** Glue writes locations with and without a slash at the end. */
const folder = (location: string): string => (location.endsWith("/") ? location : `${location}/`);

type Difference = Omit<Drift, "file" | "path" | "source">;

function drift({ landscape, environment, producer, source }: Crawled, inside: Keys, difference: Difference): Drift {
  const keys = below(
    ["environments", landscape.environments.indexOf(environment)],
    "producers",
    environment.producers.indexOf(producer),
    "sources",
    producer.sources.indexOf(source),
    ...inside,
  );
  return { ...difference, source: source.name, ...locate(landscape, keys) };
}
