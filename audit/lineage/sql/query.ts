import { type Cursor, is } from "./cursor";
import { nameOf, type Scope, valueOf } from "./expression";
import { baseTable, type Relation, union, type Value } from "./relation";

/** Queries of a WITH clause, by name. */
type Named = ReadonlyMap<string, Relation>;

const SET = ["union", "except", "intersect"] as const;
const AFTER = [...SET, "order", "limit", "offset", "fetch"] as const;
const AFTER_FROM = ["where", "group", "having", "window", ...AFTER] as const;
const JOINS = ["join", "inner", "left", "right", "full", "cross", "natural"] as const;

/** @throws Error when it is no query that can be followed */
export function query(cursor: Cursor, named: Named = new Map()): Relation {
  const known = new Map(named);
  if (cursor.accept("with")) {
    do {
      const name = cursor.name();
      if (cursor.sees("(")) throw new Error(`column names of "${name}" in WITH are not understood`);
      cursor.demand("as");
      known.set(name, query(cursor.group(), known));
    } while (cursor.accept(","));
  }
  const terms = [term(cursor, known)];
  while (SET.some((word) => cursor.accept(word))) {
    if (!cursor.accept("all")) cursor.accept("distinct");
    terms.push(term(cursor, known));
  }
  // Order and limit change no column.
  cursor.until(";");
  cursor.accept(";");
  if (!cursor.done) throw new Error(`nothing is understood ${cursor.place()}`);
  return union(terms);
}

function term(cursor: Cursor, named: Named): Relation {
  if (cursor.sees("(")) return query(cursor.group(), named);
  cursor.demand("select");
  if (!cursor.accept("distinct")) cursor.accept("all");
  const items = cursor.part(cursor.until("from", ...AFTER_FROM)).list();
  const from = cursor.accept("from") ? relations(cursor.part(cursor.until(...AFTER_FROM)), named) : NOTHING;
  const conditions = [...from.conditions];
  if (cursor.accept("where")) conditions.push(cursor.text(cursor.until("group", "having", "window", ...AFTER)));
  if (cursor.accept("group")) cursor.until("having", "window", ...AFTER);
  if (cursor.accept("having")) conditions.push(cursor.text(cursor.until("window", ...AFTER)));
  if (cursor.accept("window")) cursor.until(...AFTER);
  return selected(items, from.scope, conditions);
}

interface From {
  readonly scope: Scope;
  /** Conditions of joins. */
  readonly conditions: readonly string[];
}

const NOTHING: From = { scope: new Map(), conditions: [] };

function relations(cursor: Cursor, named: Named): From {
  const scope = new Map<string, Relation>();
  const conditions: string[] = [];
  const add = (): void => {
    const [name, relation] = aliased(cursor, named, scope.size);
    scope.set(name, relation);
  };
  add();
  while (!cursor.done) {
    if (!cursor.accept(",")) {
      while (!cursor.accept("join")) {
        if (![...JOINS, "outer"].some((word) => cursor.accept(word))) {
          throw new Error(`a join is expected ${cursor.place()}`);
        }
      }
    }
    add();
    if (cursor.accept("on")) conditions.push(cursor.text(cursor.until(",", ...JOINS)));
    if (cursor.accept("using")) cursor.group();
  }
  return { scope, conditions };
}

/** A table or a query in brackets, and the name that it has. */
function aliased(cursor: Cursor, named: Named, index: number): readonly [string, Relation] {
  const isQuery = cursor.sees("(");
  const chain = isQuery ? [] : cursor.chain();
  if (!isQuery && cursor.sees("(")) throw new Error(`the table function "${chain.join(".")}" is not understood`);
  const relation = isQuery ? query(cursor.group(), named) : tableOf(chain, named);
  const hasAlias = cursor.accept("as");
  const next = cursor.peek();
  const isAlias =
    next?.kind === "quoted" || (next?.kind === "name" && ![...JOINS, "on", "using"].some((w) => is(next, w)));
  const alias = hasAlias || isAlias ? cursor.name() : (chain.at(-1) ?? `(${index})`);
  if (cursor.sees("(")) throw new Error(`column names of "${alias}" are not understood`);
  return [alias, relation];
}

/** A query of a WITH clause by its name, or a table of a catalog. */
export function tableOf(chain: readonly string[], named: Named): Relation {
  const name = chain.at(-1) ?? "";
  const database = chain.at(-2);
  return (database === undefined ? named.get(name) : undefined) ?? baseTable(database ?? "", name);
}

function selected(items: readonly Cursor[], scope: Scope, conditions: readonly string[]): Relation {
  const columns = new Map<string, Value>();
  const stars: Relation[] = [];
  const names: (readonly string[] | undefined)[] = [];
  for (const [index, item] of items.entries()) {
    const tokens = item.rest();
    const isStar = is(tokens.at(-1), "*") && (tokens.length === 1 || is(tokens.at(-2), "."));
    if (isStar) {
      const of = tokens.length === 1 ? [...scope.values()] : [scope.get(tokens[0]?.value ?? "")];
      for (const relation of of) {
        if (relation === undefined) throw new Error(`"${item.text(tokens)}" names no table of the query`);
        stars.push(relation);
        names.push(relation.names);
      }
      continue;
    }
    const before = tokens.at(-2);
    const last = tokens.at(-1);
    const isNamed = last?.kind === "name" || last?.kind === "quoted";
    const hasAs = isNamed && is(before, "as");
    const follows = isNamed && tokens.length > 1 && before !== undefined && (before.kind !== "sign" || is(before, ")"));
    const expression = hasAs ? tokens.slice(0, -2) : follows && !is(last, "end") ? tokens.slice(0, -1) : tokens;
    const alias = expression.length < tokens.length ? last?.value : nameOf(expression);
    const name = alias ?? `_col${index}`;
    columns.set(name, valueOf(item, expression, scope));
    names.push([name]);
  }
  const known = names.flatMap((each) => each ?? []);
  const read = [...scope.values()];
  return {
    ...(names.every((each) => each !== undefined) ? { names: known } : {}),
    tables: read.flatMap(({ tables }) => tables),
    conditions: [...read.flatMap((relation) => relation.conditions), ...conditions],
    column: (name) => columns.get(name) ?? stars.flatMap((star) => star.column(name) ?? [])[0],
  };
}
