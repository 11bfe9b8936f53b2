/**
 * The small part of SQL conditions that a row rule may use: comparisons of columns with literals, and logic over them. A
 * column stands in double quotes or without; one that has the name of a keyword of these conditions needs them.
 */
type Literal = string | number | boolean;

export type Operator = "=" | "<>" | "<" | "<=" | ">" | ">=";

export type Condition =
  | { readonly kind: "and" | "or"; readonly parts: readonly Condition[] }
  | { readonly kind: "not"; readonly part: Condition }
  | { readonly kind: "compare"; readonly column: string; readonly operator: Operator; readonly value: Literal }
  | { readonly kind: "in"; readonly column: string; readonly negated: boolean; readonly values: readonly Literal[] }
  | { readonly kind: "between"; readonly column: string; readonly low: Literal; readonly high: Literal }
  | { readonly kind: "null"; readonly column: string; readonly negated: boolean };

const TOKEN = /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?)(?![\w.])|([A-Za-z_]\w*)|"(\w+)"|(<>|!=|<=|>=|[=<>(),]))/y;
const OPERATORS: Readonly<Record<string, Operator>> = {
  "=": "=",
  "<>": "<>",
  "!=": "<>",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};
const KEYWORDS: ReadonlySet<string> = new Set(["AND", "OR", "NOT", "IN", "BETWEEN", "IS", "NULL", "TRUE", "FALSE"]);

interface Token {
  readonly kind: "text" | "number" | "name" | "keyword" | "symbol";
  readonly text: string;
}

/** Ends the parse; its message says what to write instead. */
class Refusal extends Error {}

/** A condition, or what to write instead of the text. */
export function parseRowExpression(text: string): Condition | { readonly refused: string } {
  try {
    return new Parser(split(text)).whole();
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    throw error;
  }
}

function split(text: string): readonly Token[] {
  const found: Token[] = [];
  const pattern = new RegExp(TOKEN);
  while (text.slice(pattern.lastIndex).trim() !== "") {
    const start = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null) {
      const rest = text.slice(start).trim().slice(0, 20);
      throw new Refusal(`columns, literals and operators only: \`${rest}\` is none`);
    }
    const [, quoted, number, name, column, symbol] = match;
    if (quoted !== undefined) found.push({ kind: "text", text: quoted.slice(1, -1).replaceAll("''", "'") });
    else if (number !== undefined) found.push({ kind: "number", text: number });
    else if (name !== undefined) {
      const upper = name.toUpperCase();
      found.push(KEYWORDS.has(upper) ? { kind: "keyword", text: upper } : { kind: "name", text: name.toLowerCase() });
    } else if (column !== undefined) found.push({ kind: "name", text: column.toLowerCase() });
    else found.push({ kind: "symbol", text: symbol ?? "" });
  }
  return found;
}

class Parser {
  private position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  public whole(): Condition {
    const condition = this.either();
    const rest = this.tokens[this.position];
    if (rest !== undefined) throw new Refusal(`\`AND\`, \`OR\` or nothing before \`${rest.text}\``);
    return condition;
  }

  private either(): Condition {
    return this.joined("or", () => this.both());
  }

  private both(): Condition {
    return this.joined("and", () => this.one());
  }

  private joined(kind: "and" | "or", next: () => Condition): Condition {
    const first = next();
    const parts = [first];
    while (this.take("keyword", kind.toUpperCase())) parts.push(next());
    return parts.length === 1 ? first : { kind, parts };
  }

  private one(): Condition {
    if (this.take("keyword", "NOT")) return { kind: "not", part: this.one() };
    if (!this.take("symbol", "(")) return this.comparison();
    const inner = this.either();
    this.expect("symbol", ")");
    return inner;
  }

  private comparison(): Condition {
    const token = this.tokens[this.position++];
    if (token?.kind !== "name") throw new Refusal(`a column ${before(token)}`);
    const column = token.text;
    if (this.take("keyword", "IS")) {
      const negated = this.take("keyword", "NOT");
      this.expect("keyword", "NULL");
      return { kind: "null", column, negated };
    }
    if (this.take("keyword", "BETWEEN")) {
      const low = this.literal();
      this.expect("keyword", "AND");
      return { kind: "between", column, low, high: this.literal() };
    }
    const negated = this.take("keyword", "NOT");
    if (this.take("keyword", "IN")) return { kind: "in", column, negated, values: this.list() };
    const symbol = this.tokens[this.position++];
    const operator = symbol?.kind === "symbol" && !negated ? OPERATORS[symbol.text] : undefined;
    if (operator === undefined) throw new Refusal(`a comparison behind \`${column}\`, ${before(symbol)}`);
    return { kind: "compare", column, operator, value: this.literal() };
  }

  private list(): readonly Literal[] {
    this.expect("symbol", "(");
    const values = [this.literal()];
    while (this.take("symbol", ",")) values.push(this.literal());
    this.expect("symbol", ")");
    return values;
  }

  private literal(): Literal {
    const token = this.tokens[this.position++];
    if (token?.kind === "text") return token.text;
    if (token?.kind === "number") {
      const value = Number(token.text);
      // A longer number would lose digits on the way into the filter, and then match other rows.
      if (String(value) !== token.text) throw new Refusal(`\`${String(value)}\` or a text where \`${token.text}\` is`);
      return value;
    }
    if (token?.kind === "keyword" && (token.text === "TRUE" || token.text === "FALSE")) return token.text === "TRUE";
    throw new Refusal(`a text in single quotes, a number, TRUE or FALSE ${before(token)}`);
  }

  private take(kind: Token["kind"], text: string): boolean {
    const token = this.tokens[this.position];
    if (token?.kind !== kind || token.text !== text) return false;
    this.position++;
    return true;
  }

  private expect(kind: Token["kind"], text: string): void {
    if (!this.take(kind, text)) throw new Refusal(`\`${text}\` ${before(this.tokens[this.position])}`);
  }
}

const before = (token: Token | undefined): string =>
  token === undefined ? "at the end" : `where \`${token.text}\` is`;
