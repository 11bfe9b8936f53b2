/** A word, quoted name, text, number or sign of a statement, and where it stands in it. */
export interface Token {
  readonly kind: "name" | "quoted" | "text" | "number" | "sign";
  /** Names in lower case and without quotes, since Athena compares them so; anything else as written. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /\s+|--[^\n]*|\/\*[\s\S]*?\*\/|(?<quoted>"(?:[^"]|"")*"|`(?:[^`]|``)*`)|(?<text>'(?:[^']|'')*')|(?<number>\d+(?:\.\d+)?)|(?<name>[A-Za-z_$][\w$]*)|(?<sign><>|!=|<=|>=|\|\||->|=>|[^\s])/gy;

const unquoted = (quoted: string): string =>
  quoted.slice(1, -1).replaceAll('""', '"').replaceAll("``", "`").toLowerCase();

/** Tokens of a statement, without comments. */
export function tokens(sql: string): readonly Token[] {
  return [...sql.matchAll(TOKEN)].flatMap(({ groups = {}, index, 0: all }): readonly Token[] => {
    const { quoted, text, number, name, sign } = groups;
    const at = { start: index, end: index + all.length };
    if (quoted !== undefined) return [{ kind: "quoted", value: unquoted(quoted), ...at }];
    if (text !== undefined) return [{ kind: "text", value: text, ...at }];
    if (number !== undefined) return [{ kind: "number", value: number, ...at }];
    if (name !== undefined) return [{ kind: "name", value: name.toLowerCase(), ...at }];
    return sign === undefined ? [] : [{ kind: "sign", value: sign, ...at }];
  });
}
