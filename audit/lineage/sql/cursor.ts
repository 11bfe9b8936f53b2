import { type Token, tokens as tokensOf } from "./tokens";

/** Walks over the tokens of a statement, or of a part of it. */
export class Cursor {
  private position = 0;

  private constructor(
    private readonly sql: string,
    private readonly tokens: readonly Token[],
  ) {}

  public static over(sql: string): Cursor {
    return new Cursor(sql, tokensOf(sql));
  }

  public part(of: readonly Token[]): Cursor {
    return new Cursor(this.sql, of);
  }

  public get done(): boolean {
    return this.position >= this.tokens.length;
  }

  public peek(ahead = 0): Token | undefined {
    return this.tokens[this.position + ahead];
  }

  /** Whether the next tokens are these words or signs; a quoted name is neither. */
  public sees(...words: readonly string[]): boolean {
    return words.every((word, index) => is(this.peek(index), word));
  }

  /** Takes the next tokens when they are these words or signs. */
  public accept(...words: readonly string[]): boolean {
    if (!this.sees(...words)) return false;
    this.position += words.length;
    return true;
  }

  /** @throws Error when the next tokens are others */
  public demand(...words: readonly string[]): void {
    if (!this.accept(...words)) throw new Error(`"${words.join(" ").toUpperCase()}" is expected ${this.place()}`);
  }

  /** @throws Error when a name is not next */
  public name(): string {
    const token = this.peek();
    if (token === undefined || (token.kind !== "name" && token.kind !== "quoted")) {
      throw new Error(`a name is expected ${this.place()}`);
    }
    this.position += 1;
    return token.value;
  }

  /** Names with dots between them. */
  public chain(): readonly string[] {
    const names = [this.name()];
    while (this.accept(".")) names.push(this.name());
    return names;
  }

  /** Tokens up to the first of these words outside of brackets and CASE, or to the end. */
  public until(...words: readonly string[]): readonly Token[] {
    const from = this.position;
    let depth = 0;
    for (; !this.done; this.position += 1) {
      const token = this.peek();
      if (depth === 0 && words.some((word) => is(token, word))) break;
      if (is(token, "(") || is(token, "[") || is(token, "case")) depth += 1;
      if (is(token, ")") || is(token, "]") || is(token, "end")) depth -= 1;
    }
    return this.tokens.slice(from, this.position);
  }

  /** What stands between brackets. @throws Error when no bracket is next */
  public group(): Cursor {
    this.demand("(");
    const inner = this.until(")");
    this.demand(")");
    return this.part(inner);
  }

  /** Parts between commas, to the end. */
  public list(): readonly Cursor[] {
    const parts: Cursor[] = [];
    while (!this.done) {
      parts.push(this.part(this.until(",")));
      this.accept(",");
    }
    return parts;
  }

  /** Tokens that are left. */
  public rest(): readonly Token[] {
    return this.tokens.slice(this.position);
  }

  /** Tokens as written, spaces between lines made one. */
  public text(of: readonly Token[]): string {
    const [first] = of;
    const last = of.at(-1);
    if (first === undefined || last === undefined) return "";
    return this.sql.slice(first.start, last.end).replaceAll(/\s+/g, " ");
  }

  public place(): string {
    const token = this.peek();
    return token === undefined ? "at the end" : `at "${this.sql.slice(token.start, token.start + 20)}"`;
  }
}

/** Whether a token is a word or sign; a quoted name or a text never is. */
export const is = (token: Token | undefined, word: string): boolean =>
  token !== undefined && (token.kind === "name" || token.kind === "sign") && token.value === word;
