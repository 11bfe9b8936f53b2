import { join } from "node:path";
import { type Crawler, GlueClient, type Table } from "@aws-sdk/client-glue";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { Lake } from "../../../local/lake";
import { FolderStore } from "../../../local/store/folder-store";
import { clientOf, type Operations } from "../aws/json-services";
import { text } from "../json";
import { changes, crawler, current, loads } from "./declared";

/** What a test's catalog has, by database. */
export interface Declared {
  readonly tables?: Readonly<Record<string, readonly Table[]>>;
  readonly crawlers?: readonly Crawler[];
}

export const LOAN_TABLES: Readonly<Record<string, readonly Table[]>> = {
  loans_changes: [changes("loan")],
  loans_loads: [loads("loan")],
  loans: [current("loan")],
};

/** A catalog as Glue answers it. */
export const glueOf = ({ tables = LOAN_TABLES, crawlers = [crawler()] }: Declared): Operations => ({
  "AWSGlue.GetDatabases": () => ({ DatabaseList: Object.keys(tables).map((Name) => ({ Name })) }),
  "AWSGlue.GetTables": ({ DatabaseName: name }) => ({ TableList: tables[text(name)] ?? [] }),
  "AWSGlue.GetPartitions": () => ({ Partitions: [] }),
  "AWSGlue.GetCrawlers": () => ({ Crawlers: crawlers }),
});

/** A change of a loan as DMS writes it, as SQL. */
export const CHANGE = `'U' AS "Op", '2026-11-22 10:00:00.000000' AS dms_commit_ts, '2026112210000000' AS dms_change_seq,
  7::BIGINT AS loan_id, 12.5::DECIMAL(12,2) AS amount, 'running' AS status, TIMESTAMP '2026-11-22 09:59:59.123456' AS updated_at`;

export const NOW = "2026-11-22T12:00:00.000Z";
const FOLDER = "lending/loans/g1/lending/loan";

/** A raw zone in a folder, and the lake over it. */
export class Zone {
  private constructor(
    public readonly connection: DuckDBConnection,
    private readonly folder: string,
    public readonly store: FolderStore,
  ) {}

  public static async of(folder: string): Promise<Zone> {
    const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
    return new Zone(connection, folder, new FolderStore(join(folder, "mirror")));
  }

  public open(declared: Declared = {}): Promise<Lake> {
    return Lake.open(this.connection, { glue: new GlueClient(clientOf(glueOf(declared))) }, this.store);
  }

  /** Opens the lake, and looks at what is there. */
  public async seen(declared: Declared = {}, now = NOW): Promise<Lake> {
    const lake = await this.open(declared);
    await lake.refresh(now);
    return lake;
  }

  /** Puts a file of the loan table, by its path below the table's folder, with the columns of a `SELECT`. */
  public async put(path: string, columns: string = CHANGE, folder = FOLDER): Promise<void> {
    const file = join(this.folder, "new.parquet");
    await this.connection.run(`COPY (SELECT ${columns}) TO '${file}' (FORMAT parquet)`);
    const key = `${folder}/${path}`;
    await this.store.put({ bucket: "raw", key, file, expectedBucketOwner: undefined, kmsKeyArn: undefined });
  }

  public close(): void {
    this.connection.closeSync();
  }
}
