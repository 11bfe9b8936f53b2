/**
 * Reads what PostgreSQL's plugin `test_decoding` prints, through which DMS reads PostgreSQL unless told otherwise:
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.PostgreSQL.html (PluginName)
 * Its form: https://github.com/postgres/postgres/blob/REL_15_STABLE/contrib/test_decoding/test_decoding.c
 */

/** A large value that an update left as it was: the log does not have it. */
export const UNCHANGED = Symbol("unchanged-toast-datum");

/** Values by column, each as text. */
export type Tuple = ReadonlyMap<string, string | null | typeof UNCHANGED>;

/** A row that was inserted, updated or deleted, with as much of it as the log has. */
export interface DecodedChange {
  readonly kind: "D" | "I" | "U";
  readonly schema: string;
  readonly table: string;
  /** The old key of an update that changes it, the old row under replica identity FULL; what a deletion says of its row. */
  readonly before: Tuple | undefined;
  readonly after: Tuple | undefined;
}

/** A line of the log. Rows of TRUNCATE are not told; nor is DDL, which the log does not have. */
export type DecodedLine =
  | { readonly kind: "begin" }
  /** `at`: as the server prints it in UTC, for example `2026-01-31 12:00:00.5+00`. */
  | { readonly kind: "commit"; readonly at: string }
  | { readonly kind: "truncate" }
  | DecodedChange;

const OPERATIONS = { DELETE: "D", INSERT: "I", UPDATE: "U" } as const;
const isOperation = (word: string): word is keyof typeof OPERATIONS => word in OPERATIONS;

/** @throws Error for a line that `test_decoding` does not print, or one without its option `include-timestamp` */
export function readLine(line: string): DecodedLine {
  if (line.startsWith("BEGIN")) return { kind: "begin" };
  const commit = /^COMMIT(?: \d+)? \(at (.+)\)$/.exec(line)?.[1];
  if (commit !== undefined) return { kind: "commit", at: commit };
  const cursor = new Cursor(line);
  cursor.skip("table ");
  const schema = cursor.identifier();
  cursor.skip(".");
  const table = cursor.identifier();
  // TRUNCATE names several tables at once.
  if (cursor.startsWith(", ") || cursor.startsWith(": TRUNCATE:")) return { kind: "truncate" };
  const operation = cursor.match(/: (\w+): ?/y);
  if (!isOperation(operation)) throw cursor.error("an operation");
  const kind = OPERATIONS[operation];
  if (cursor.rest === "(no-tuple-data)") return { kind, schema, table, before: undefined, after: undefined };
  const old = cursor.startsWith("old-key: ");
  if (old) cursor.skip("old-key:");
  const first = cursor.tuple();
  if (kind === "D") return { kind, schema, table, before: first, after: undefined };
  if (!old) return { kind, schema, table, before: undefined, after: first };
  cursor.skip("new-tuple:");
  return { kind, schema, table, before: first, after: cursor.tuple() };
}

/** A place in a line. */
class Cursor {
  private at = 0;

  constructor(private readonly line: string) {}

  get rest(): string {
    return this.line.slice(this.at);
  }

  startsWith(text: string): boolean {
    return this.line.startsWith(text, this.at);
  }

  skip(text: string): void {
    if (!this.startsWith(text)) throw this.error(text);
    this.at += text.length;
  }

  /** The first group of a sticky pattern, which is passed. */
  match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.line);
    if (found === null) throw this.error(String(pattern));
    this.at = pattern.lastIndex;
    return found[1] ?? "";
  }

  identifier(): string {
    if (!this.startsWith('"')) return this.match(/([^\s".[:,]+)/y);
    return this.match(/"((?:[^"]|"")*)"/y).replaceAll('""', '"');
  }

  /** ` name[type]:value`, as often as it comes. */
  tuple(): Tuple {
    const values = new Map<string, string | null | typeof UNCHANGED>();
    if (this.startsWith(" ")) this.skip(" ");
    while (this.rest !== "" && !this.startsWith("new-tuple:")) {
      const name = this.identifier();
      // Types of arrays end with brackets of their own.
      this.match(/(\[.*?\]):/y);
      values.set(name, this.value());
      if (this.startsWith(" ")) this.skip(" ");
    }
    return values;
  }

  private value(): string | null | typeof UNCHANGED {
    if (this.startsWith("B'")) return this.match(/B'([01]*)'/y);
    if (this.startsWith("'")) return this.match(/'((?:[^']|'')*)'/y).replaceAll("''", "'");
    const word = this.match(/(\S+)/y);
    if (word === "unchanged-toast-datum") return UNCHANGED;
    return word === "null" ? null : word;
  }

  error(expected: string): Error {
    return new Error(`test_decoding: expected ${expected} at "${this.rest.slice(0, 60)}"`);
  }
}
