import { join, resolve } from "node:path";
import type { GlueClient } from "@aws-sdk/client-glue";
import type { DuckDBConnection } from "@duckdb/node-api";
import { quoted } from "../../model/sql/identifiers";
import { ATHENA_FUNCTIONS } from "../engine/athena-to-duckdb";
import type { LakeMirror } from "../store/types";
import { partitionPlaces } from "./catalog/partition-places";
import { readCatalog } from "./catalog/read";
import type { Catalog, FileTable } from "./catalog/types";
import { nameOf } from "./catalog/types";
import { crawl } from "./crawl/crawl";
import { readCrawlers } from "./crawl/crawlers";
import type { Finding } from "./crawl/types";
import { LakeError } from "./error";
import { Listing } from "./files/listing";
import { FileSchemas } from "./files/schemas";
import { isKnown } from "./files/types";
import { type PartitionFiles, viewStatement } from "./files/view";
import { createIceberg } from "./iceberg";

/** The lake as Athena sees it, in DuckDB: what the deployed catalog declares, over what the buckets hold. */
export class Lake {
  /** Files that each table over files reaches, as of the last refresh. */
  private reached: ReadonlyMap<FileTable, readonly PartitionFiles[]> = new Map();
  private current = Listing.empty;
  private time = new Date(0);
  private readonly statements = new Map<string, string>();

  private constructor(
    private readonly connection: DuckDBConnection,
    public readonly catalog: Catalog,
    private readonly glue: GlueClient,
    private readonly mirror: LakeMirror,
    private readonly schemas: FileSchemas,
  ) {}

  /**
   * Reads the catalog of the account and makes its databases and Iceberg tables; tables over files come with `refresh`.
   * @throws LakeError when a table is declared in a way that is not imitated
   */
  public static async open(
    connection: DuckDBConnection,
    { glue }: { readonly glue: GlueClient },
    mirror: LakeMirror,
  ): Promise<Lake> {
    const catalog = await readCatalog(glue);
    const unknown = [...catalog.files, ...catalog.iceberg].flatMap((table) =>
      table.columns.filter(({ type }) => !isKnown(type)).map(({ name, type }) => `${nameOf(table)}.${name}: ${type}`),
    );
    if (unknown.length > 0) throw new LakeError(`types that are not imitated:\n${unknown.join("\n")}`);
    for (const setup of [...ATHENA_FUNCTIONS, "SET TimeZone = 'UTC'"]) await connection.run(setup);
    for (const database of catalog.databases) await connection.run(`CREATE SCHEMA IF NOT EXISTS ${quoted(database)}`);
    for (const table of catalog.iceberg) await createIceberg(connection, table);
    return new Lake(connection, catalog, glue, mirror, new FileSchemas(connection));
  }

  /**
   * Brings the mirror up to date, and the tables over files to what Athena would find at a time.
   * @param now in ISO 8601
   */
  public async refresh(now: string): Promise<void> {
    this.time = new Date(now);
    const buckets = [...new Set(this.catalog.files.map(({ place }) => place.bucket))];
    this.schemas.forget(await this.mirror.refresh(buckets));
    this.current = await Listing.of(this.mirror.folder, buckets);
    this.reached = new Map(
      this.catalog.files.map((table) => [
        table,
        partitionPlaces(table, this.time).flatMap((partition) => {
          const keys = this.current.under(partition.place);
          return keys.length === 0 ? [] : [{ ...partition, keys }];
        }),
      ]),
    );
    const folder = resolve(this.mirror.folder);
    await this.schemas.learn(
      [...this.reached.values()].flatMap((partitions) =>
        partitions.flatMap(({ place, keys }) => keys.map((key) => join(folder, place.bucket, key))),
      ),
    );
    for (const [table, partitions] of this.reached) {
      await this.define(nameOf(table), viewStatement({ table, partitions, folder, schemas: this.schemas }));
    }
  }

  /** A view is made anew only when it has changed: it names all its files. */
  private async define(name: string, statement: string): Promise<void> {
    if (this.statements.get(name) === statement) return;
    await this.connection.run(statement);
    this.statements.set(name, statement);
  }

  /**
   * What the deployed crawlers would find as of the last refresh, compared with the declared tables.
   * @throws LakeError when a crawler is deployed in a way that is not imitated
   */
  public async crawl(): Promise<readonly Finding[]> {
    const { catalog, schemas } = this;
    return crawl({
      catalog,
      schemas,
      crawlers: await readCrawlers(this.glue),
      listing: this.current,
      folder: this.mirror.folder,
      reached: (table) => (this.reached.get(table) ?? []).flatMap(({ keys }) => keys),
      now: this.time,
    });
  }
}
