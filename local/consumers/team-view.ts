import type { DuckDBConnection } from "@duckdb/node-api";
import type { AccessMatrix } from "../../audit/matrix/types";
import { quoted } from "../../model/sql/identifiers";
import { textLiteral } from "../../model/sql/literals";
import { ATHENA_FUNCTIONS, atTime, withParameters } from "../engine/athena-to-duckdb";
import { ask, type TextRow, toTexts } from "../engine/rows";
import { asAthena } from "./errors";
import { admit } from "./names";
import { parse } from "./parse";
import { roleCatalog, viewStatement } from "./role-catalog";
import type { ReadingRole } from "./roles";
import { type VisibleCatalog, visibleCatalog } from "./visible";

/** What Athena answers. Values are text, as Athena's results are. */
export type Answer =
  | {
      readonly columns: readonly string[];
      readonly rows: readonly TextRow[];
      /** Whether there are more rows than these. */
      readonly more: boolean;
    }
  | { readonly error: string };

/** Most rows that one page of Athena's results has: https://docs.aws.amazon.com/athena/latest/APIReference/API_GetQueryResults.html */
const PAGE_ROWS = 1000;

/** One query. */
export interface Question {
  readonly sql: string;
  /** Literals for the question marks, as Athena's ExecutionParameters has them. */
  readonly parameters?: readonly string[];
  /** Time at which it is asked, as ISO 8601. */
  readonly now: string;
  /** Database in which names without one are looked up. */
  readonly database?: string | undefined;
}

/**
 * The lake as one role sees it through Athena, worked out from live grants: a catalog in memory with a schema for each
 * database or link, and a view for each table with the columns and rows that the role may read.
 *
 * What it does not imitate: whether the role's IAM policies let it call Glue and Lake Formation.
 */
export class TeamView {
  private constructor(
    private readonly connection: DuckDBConnection,
    /** The role's catalog in the engine. */
    private readonly catalog: string,
    public readonly role: ReadingRole,
    public readonly visible: VisibleCatalog,
  ) {}

  /**
   * Makes the role's catalog, anew when there is one already.
   * @param connection its catalog is the lake; nobody else may use it while a view is opened or asked
   * @throws Error when the lake has no table of a name that the role may read
   */
  public static async open(connection: DuckDBConnection, matrix: AccessMatrix, role: ReadingRole): Promise<TeamView> {
    const visible = visibleCatalog(matrix, role);
    const catalog = roleCatalog(role);
    const [[lake] = []] = (await ask(connection, "SELECT current_catalog()")).rows;
    await connection.run(`DETACH DATABASE IF EXISTS ${quoted(catalog)}`);
    await connection.run(`ATTACH ':memory:' AS ${quoted(catalog)}`);
    for (const database of visible.databases) {
      await connection.run(`CREATE SCHEMA ${quoted(catalog)}.${quoted(database)}`);
    }
    for (const table of visible.tables) await connection.run(viewStatement(catalog, lake ?? "", table));
    const view = new TeamView(connection, catalog, role, visible);
    await view.#inside(undefined, async () => {
      for (const statement of ATHENA_FUNCTIONS) await connection.run(statement);
    });
    return view;
  }

  /** Asks as the role. What Athena would refuse is an answer, too. */
  public async ask({ sql, parameters = [], now, database }: Question): Promise<Answer> {
    const references = await parse(this.connection, sql);
    if ("error" in references) return references;
    const admitted = admit(sql, references, this.visible, database);
    if ("error" in admitted) return admitted;
    let statement: string;
    try {
      statement = withParameters(atTime(admitted.sql, now), parameters);
    } catch (error) {
      return { error: messageOf(error) };
    }
    return await this.#inside(database, async () => {
      try {
        const reader = await this.connection.streamAndReadUntil(statement, PAGE_ROWS + 1);
        const rows = reader.getRowsJson();
        return {
          columns: reader.columnNames(),
          rows: rows.slice(0, PAGE_ROWS).map(toTexts),
          more: rows.length > PAGE_ROWS,
        };
      } catch (error) {
        return { error: asAthena(messageOf(error), sql, references) };
      }
    });
  }

  /** Takes the role's catalog away. */
  public async close(): Promise<void> {
    await this.connection.run(`DETACH DATABASE IF EXISTS ${quoted(this.catalog)}`);
  }

  /** Does something while names are looked up in the role's catalog, and puts the connection back. */
  async #inside<Result>(database: string | undefined, work: () => Promise<Result>): Promise<Result> {
    const [[before] = []] = (await ask(this.connection, "SELECT current_setting('search_path')")).rows;
    const path = [...(database === undefined ? [] : [database]), "main"]
      .map((schema) => `${quoted(this.catalog)}.${quoted(schema)}`)
      .join(",");
    await this.#search(path);
    try {
      return await work();
    } finally {
      await this.#search(before ?? "");
    }
  }

  async #search(path: string): Promise<void> {
    await this.connection.run(`SET search_path = ${textLiteral(path)}`);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
