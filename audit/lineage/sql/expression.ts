import { type Cursor, is } from "./cursor";
import { combined, type Relation, type Value } from "./relation";
import type { Token } from "./tokens";

/** Relations that an expression may name, by the name that they have there. */
export type Scope = ReadonlyMap<string, Relation>;

/** Words of Athena's expressions that are no columns. */
const WORDS = new Set(
  `all and any array as asc at between by case cast current current_date current_time current_timestamp day desc distinct
   else end escape exists extract false filter first following for from hour ignore in interval is last like localtimestamp
   map minute month not null nulls or order over partition preceding range row rows second then time trim true try_cast
   unbounded when within year zone`.split(/\s+/),
);

/** Column references in an expression: chains of names that are no functions, words, types or typed literals. */
function references(tokens: readonly Token[]): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const casts: number[] = [];
  let depth = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    if (is(token, "(")) {
      depth += 1;
      const before = tokens[index - 1];
      if (is(before, "cast") || is(before, "try_cast")) casts.push(depth);
    } else if (is(token, ")")) {
      if (casts.at(-1) === depth) casts.pop();
      depth -= 1;
    } else if (is(token, "as") && casts.at(-1) === depth) {
      // The type, to the bracket that ends the cast.
      let inner = 0;
      while (index + 1 < tokens.length && !(inner === 0 && is(tokens[index + 1], ")"))) {
        index += 1;
        if (is(tokens[index], "(")) inner += 1;
        if (is(tokens[index], ")")) inner -= 1;
      }
    } else if (token.kind === "name" || token.kind === "quoted") {
      const chain = [token.value];
      while (is(tokens[index + 1], ".") && tokens[index + 2] !== undefined) {
        chain.push(tokens[index + 2]?.value ?? "");
        index += 2;
      }
      const next = tokens[index + 1];
      const isWord = token.kind === "name" && chain.length === 1 && WORDS.has(token.value);
      if (!isWord && !is(next, "(") && next?.kind !== "text") found.push(chain);
    }
  }
  return found;
}

function resolve(scope: Scope, chain: readonly string[]): Value {
  const name = chain.at(-1) ?? "";
  const qualifier = chain.at(-2);
  const relation = qualifier === undefined ? undefined : scope.get(qualifier);
  if (qualifier !== undefined && relation === undefined) throw new Error(`"${qualifier}" is no table of the statement`);
  const values = (relation === undefined ? [...scope.values()] : [relation]).flatMap((each) => each.column(name) ?? []);
  if (values.length === 0) throw new Error(`"${chain.join(".")}" is no column of what the statement reads`);
  return combined(values);
}

/** What an expression is made of. @throws Error when it names a column that nothing in the scope has */
export function valueOf(cursor: Cursor, tokens: readonly Token[], scope: Scope): Value {
  const found = references(tokens);
  const value = combined(found.map((chain) => resolve(scope, chain)));
  const [only] = found;
  const isName = found.length === 1 && only !== undefined && tokens.length === only.length * 2 - 1;
  return isName ? value : { ...value, expressions: [...value.expressions, cursor.text(tokens)] };
}

/** Name of a column reference that stands alone. */
export function nameOf(tokens: readonly Token[]): string | undefined {
  const last = tokens.at(-1);
  const isChain = tokens.every((token, index) => (index % 2 === 0 ? token.kind !== "sign" : is(token, ".")));
  return isChain && (last?.kind === "name" || last?.kind === "quoted") ? last.value : undefined;
}
