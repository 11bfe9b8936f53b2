/** Values of a row by column name. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

type Value = Row[string];
/** SQL knows a third answer: a comparison with NULL is neither true nor false. */
type Truth = boolean | null;

const TOKEN = /'(?:[^']|'')*'|"\w+"|[A-Za-z_]\w*|-?\d+(?:\.\d+)?|<>|!=|<=|>=|[=<>(),]/g;

/** Whether a row satisfies a condition of a data cells filter, as Lake Formation's documentation describes the language. */
export function rowMatches(condition: string, row: Row): boolean {
  const rest = condition.match(TOKEN) ?? [];
  const peek = (): string => (rest[0] ?? "").toUpperCase();
  const next = (): string => rest.shift() ?? "";
  const accept = (word: string): boolean => peek() === word && next() !== "";
  const demand = (word: string): void => {
    if (!accept(word)) throw new Error(`${word} expected at "${rest.join(" ")}" of "${condition}"`);
  };

  const literal = (): Value => {
    const token = next();
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (/^(?:true|false)$/i.test(token)) return /^true$/i.test(token);
    if (!/^-?\d/.test(token)) throw new Error(`"${token}" is no literal in "${condition}"`);
    return Number(token);
  };
  const list = (): readonly Value[] => {
    demand("(");
    const values = [literal()];
    while (accept(",")) values.push(literal());
    demand(")");
    return values;
  };
  const predicate = (): Truth => {
    const column = next().replaceAll('"', "");
    if (!Object.hasOwn(row, column)) throw new Error(`the row has no column ${column}`);
    const value = row[column] ?? null;
    if (accept("IS")) {
      const not = accept("NOT");
      demand("NULL");
      return (value === null) !== not;
    }
    const not = accept("NOT");
    if (accept("IN")) {
      const values = list();
      return value === null ? null : values.includes(value) !== not;
    }
    if (accept("BETWEEN")) {
      const low = compare(value, ">=", literal());
      demand("AND");
      return both(low, compare(value, "<=", literal()));
    }
    return compare(value, next(), literal());
  };
  const unary = (): Truth => {
    if (accept("NOT")) return negated(unary());
    if (!accept("(")) return predicate();
    const inner = either();
    demand(")");
    return inner;
  };
  const conjunction = (): Truth => {
    let result = unary();
    while (accept("AND")) result = both(result, unary());
    return result;
  };
  const either = (): Truth => {
    let result = conjunction();
    while (accept("OR")) result = negated(both(negated(result), negated(conjunction())));
    return result;
  };

  const answer = either();
  if (rest.length > 0) throw new Error(`"${rest.join(" ")}" is left over in "${condition}"`);
  return answer === true;
}

const negated = (value: Truth): Truth => (value === null ? null : !value);

function both(one: Truth, other: Truth): Truth {
  if (one === false || other === false) return false;
  return one === null || other === null ? null : true;
}

function compare(value: Value, operator: string, other: Value): Truth {
  if (value === null || other === null) return null;
  switch (operator) {
    case "=":
      return value === other;
    case "<>":
    case "!=":
      return value !== other;
    case "<":
      return value < other;
    case "<=":
      return value <= other;
    case ">":
      return value > other;
    case ">=":
      return value >= other;
    default:
      throw new Error(`"${operator}" is no operator`);
  }
}
