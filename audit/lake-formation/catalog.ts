/** The tables and databases of all catalogs, as grants find them. */

import type { AssignedTags, DatabaseFact, Facts, FilterFact, TableFact } from "../facts/types";
import { addTo } from "../group";
import type { Cause } from "../types";

/** Something in a catalog that grants are about: a database, or a table with its columns. */
export interface Place {
  readonly catalog: string;
  readonly database: string;
  /** Nothing: the database itself. `*`: tables that no stack declares. */
  readonly table?: string;
  /** Names and the tags that count for them. None for a database, and for a table that no stack declares. */
  readonly columns: readonly PlaceColumn[];
  /** Tags that count for the place itself. */
  readonly tags: AssignedTags;
  readonly location?: string;
  /** Whether a stack makes it, or the database of such tables. */
  readonly declared: boolean;
  /** What makes it, or the first grant that names it. */
  readonly cause: Cause;
}

export interface PlaceColumn {
  readonly name: string;
  readonly type: string;
  readonly tags: AssignedTags;
}

/** Name that stands for tables that no stack declares, such as those that a crawler makes. */
export const OTHER_TABLES = "*";

const key = (...parts: readonly string[]): string => parts.join("\n");

const NO_TAGS: AssignedTags = new Map();
const NO_PLACES: ReadonlySet<Place> = new Set();

/** A place's own tags over those that it inherits, value by value. */
const inherited = (above: AssignedTags, own: AssignedTags): AssignedTags =>
  own.size === 0 ? above : new Map([...above, ...own]);

export class Catalog {
  readonly #databases = new Map<string, Place>();
  readonly #tables = new Map<string, Place>();
  readonly #tablesOfDatabase = new Map<string, Place[]>();
  readonly #byTag = new Map<string, Set<Place>>();
  readonly #filters: ReadonlyMap<string, FilterFact>;
  /** Catalogs of which at least one database is known. */
  readonly #catalogs: ReadonlySet<string>;

  public constructor({ databases, tables, filters, grants }: Facts) {
    for (const database of databases) this.#addDatabase(database);
    for (const table of tables) this.#addTable(table);
    const crawled = new Set(databases.flatMap((each) => (each.crawled ? [key(each.catalog, each.name)] : [])));
    // Before any grant is read, so that a grant on all tables reaches those that only other grants name.
    for (const { target, cause } of grants) {
      if (target.kind === "database") this.#named(target.catalog, target.database, cause);
      if (target.kind !== "table" && target.kind !== "filter") continue;
      const { tags, location, declared } = this.#named(target.catalog, target.database, cause);
      const { catalog, database, table } = target;
      if (table === undefined || this.table(catalog, database, table) !== undefined) continue;
      const place = { catalog, database, table, columns: [], tags, declared, cause };
      this.#keep(location === undefined ? place : { ...place, location });
    }
    for (const place of this.databases) {
      const { catalog, database } = place;
      const declared = this.tablesOf(catalog, database).some(({ columns }) => columns.length > 0);
      if (!declared || crawled.has(key(catalog, database))) this.#keep({ ...place, table: OTHER_TABLES });
    }
    this.#catalogs = new Set(databases.map(({ catalog }) => catalog));
    this.#filters = new Map(filters.map((each) => [key(each.catalog, each.database, each.table, each.name), each]));
  }

  public get tables(): readonly Place[] {
    return [...this.#tables.values()];
  }

  public get databases(): readonly Place[] {
    return [...this.#databases.values()];
  }

  /** Whether databases of a catalog are declared; of others nothing is known but what grants name. */
  public knows(catalog: string): boolean {
    return this.#catalogs.has(catalog);
  }

  public database(catalog: string, name: string): Place | undefined {
    return this.#databases.get(key(catalog, name));
  }

  public table(catalog: string, database: string, name: string): Place | undefined {
    return this.#tables.get(key(catalog, database, name));
  }

  /** Tables of a database, and one that stands for those that no stack declares, if there may be any. */
  public tablesOf(catalog: string, database: string): readonly Place[] {
    return this.#tablesOfDatabase.get(key(catalog, database)) ?? [];
  }

  /**
   * Databases, and tables, of which something has one of the values of the key of an expression that fewest have: all that
   * may satisfy it are among them.
   */
  public candidates(catalog: string, expression: ReadonlyMap<string, readonly string[]>): ReadonlySet<Place> {
    const byKey = [...expression].map(([tag, values]) =>
      values.includes("*")
        ? [this.#byTag.get(key(catalog, tag)) ?? NO_PLACES]
        : values.map((value) => this.#byTag.get(key(catalog, tag, value)) ?? NO_PLACES),
    );
    const sizes = byKey.map((sets) => sets.reduce((sum, { size }) => sum + size, 0));
    const fewest = byKey[sizes.indexOf(Math.min(...sizes))] ?? [];
    return fewest.length === 1 ? (fewest[0] ?? NO_PLACES) : new Set(fewest.flatMap((set) => [...set]));
  }

  public filter(catalog: string, database: string, table: string, name: string): FilterFact | undefined {
    return this.#filters.get(key(catalog, database, table, name));
  }

  #addDatabase({ catalog, name, location, tags, cause }: DatabaseFact): void {
    const place: Place = {
      catalog,
      database: name,
      columns: [],
      tags,
      ...(location === undefined ? {} : { location }),
      declared: true,
      cause,
    };
    this.#databases.set(key(catalog, name), place);
    this.#index(place);
  }

  #addTable({ catalog, database, name, columns, tags, location, cause }: TableFact): void {
    const ofTable = inherited(this.database(catalog, database)?.tags ?? NO_TAGS, tags);
    this.#keep({
      catalog,
      database,
      table: name,
      columns: columns.map((column) => ({ ...column, tags: inherited(ofTable, column.tags) })),
      tags: ofTable,
      ...(location === undefined ? {} : { location }),
      declared: true,
      cause,
    });
  }

  /** A database that a grant names, whether a stack makes it or not. */
  #named(catalog: string, name: string, cause: Cause): Place {
    const known = this.database(catalog, name);
    if (known !== undefined) return known;
    const made: Place = { catalog, database: name, columns: [], tags: NO_TAGS, declared: false, cause };
    this.#databases.set(key(catalog, name), made);
    return made;
  }

  #keep(place: Place): Place {
    const { catalog, database, table = "" } = place;
    this.#tables.set(key(catalog, database, table), place);
    addTo(this.#tablesOfDatabase, key(catalog, database), place);
    this.#index(place);
    return place;
  }

  #index(place: Place): void {
    for (const tags of new Set([place.tags, ...place.columns.map((column) => column.tags)])) {
      for (const [tag, { value }] of tags) {
        for (const entry of [key(place.catalog, tag, value), key(place.catalog, tag)]) {
          const places = this.#byTag.get(entry);
          if (places === undefined) this.#byTag.set(entry, new Set([place]));
          else places.add(place);
        }
      }
    }
  }
}
