import { Cursor } from "./cursor";
import { type Scope, valueOf } from "./expression";
import { query, tableOf } from "./query";
import { baseTable, combined, type Relation, type Value } from "./relation";
import type { Token } from "./tokens";

/** What a statement writes, and from what. */
export interface Written {
  readonly database: string;
  readonly table: string;
  readonly columns: ReadonlyMap<string, Value>;
  /** Tables that it reads. */
  readonly reads: Relation["tables"];
  /** Conditions that decide which rows are read, as written. */
  readonly conditions: readonly string[];
  /** Branches of a MERGE that do not write columns, as written. */
  readonly deletes: readonly string[];
}

/**
 * Reads a `MERGE INTO` or `INSERT INTO` statement of Athena.
 * @throws Error that says what is not understood, for any other statement and for what this small reader does not know
 */
export function readStatement(sql: string): Written {
  const cursor = Cursor.over(sql);
  if (cursor.accept("merge", "into")) return merge(cursor);
  if (cursor.accept("insert", "into")) return insert(cursor);
  throw new Error(`a MERGE or INSERT statement is expected ${cursor.place()}`);
}

const names = (group: Cursor): readonly string[] => group.list().map((each) => each.name());

function target(cursor: Cursor): { readonly database: string; readonly table: string } {
  const chain = cursor.chain();
  return { database: chain.at(-2) ?? "", table: chain.at(-1) ?? "" };
}

function insert(cursor: Cursor): Written {
  const into = target(cursor);
  if (!cursor.sees("(")) throw new Error("an INSERT without a list of columns is not understood");
  const columns = names(cursor.group());
  const source = query(cursor);
  const values = columns.map((name, index): readonly [string, Value] => {
    const value = source.column(source.names?.[index] ?? name);
    if (value === undefined) throw new Error(`nothing is inserted into "${name}"`);
    return [name, value];
  });
  return { ...into, columns: new Map(values), reads: source.tables, conditions: source.conditions, deletes: [] };
}

function merge(cursor: Cursor): Written {
  const into = target(cursor);
  const intoAlias = cursor.accept("as") || !cursor.sees("using") ? cursor.name() : into.table;
  cursor.demand("using");
  const source = cursor.sees("(") ? query(cursor.group()) : tableOf(cursor.chain(), new Map());
  cursor.accept("as");
  const alias = cursor.name();
  cursor.demand("on");
  cursor.until("when");
  const scope: Scope = new Map([
    [intoAlias, baseTable(into.database, into.table)],
    [alias, source],
  ]);
  const written: (readonly [string, Value])[] = [];
  const deletes: string[] = [];
  while (cursor.accept("when")) {
    const condition = cursor.text(cursor.until("then"));
    cursor.demand("then");
    if (cursor.accept("delete")) deletes.push(`WHEN ${condition} THEN DELETE`);
    else if (cursor.accept("update", "set")) written.push(...updates(cursor.part(cursor.until("when", ";")), scope));
    else if (cursor.accept("insert")) written.push(...inserts(cursor, scope));
    else throw new Error(`nothing is understood ${cursor.place()}`);
  }
  cursor.accept(";");
  if (!cursor.done) throw new Error(`nothing is understood ${cursor.place()}`);
  const columns = new Map<string, Value>();
  for (const [name, value] of written) {
    const before = columns.get(name);
    columns.set(name, before === undefined ? value : combined([before, value]));
  }
  return { ...into, columns, reads: source.tables, conditions: source.conditions, deletes };
}

function updates(cursor: Cursor, scope: Scope): readonly (readonly [string, Value])[] {
  return cursor.list().map((assignment) => {
    const name = assignment.chain().at(-1) ?? "";
    assignment.demand("=");
    return [name, read(assignment, assignment.rest(), scope)];
  });
}

function inserts(cursor: Cursor, scope: Scope): readonly (readonly [string, Value])[] {
  if (!cursor.sees("(")) throw new Error("an INSERT without a list of columns is not understood");
  const columns = names(cursor.group());
  cursor.demand("values");
  const values = cursor.group().list();
  if (values.length !== columns.length) throw new Error(`${columns.length} columns get ${values.length} values`);
  return values.map((value, index) => [columns[index] ?? "", read(value, value.rest(), scope)]);
}

const read = (cursor: Cursor, tokens: readonly Token[], scope: Scope): Value => valueOf(cursor, tokens, scope);
