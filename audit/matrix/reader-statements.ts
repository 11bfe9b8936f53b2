/** One thing that a line of a reviewed file says of a principal. */
export interface Statement {
  readonly principal: string;
  /** `SELECT 111122223333.loans.loan`, or the whole line when it is about no place in a catalog. */
  readonly what: string;
  /** Columns that it is about; empty when it is about no columns. */
  readonly columns: readonly string[];
  /** Which rows, and whether it may be handed on, as the line says it. */
  readonly extent: string;
  /** Whether it is a permission by Lake Formation. */
  readonly permission: boolean;
}

const PERMISSIONS =
  /^(?<permissions>[A-Z_]+(?:, [A-Z_]+)*) on (?<place>\S+?)(?: \((?<columns>[^)]*)\))?(?<extent>,? .*)?$/;

/**
 * Who made a database is in the generated JSON; accounts report it for no role.
 * https://docs.aws.amazon.com/glue/latest/webapi/API_Database.html
 */
const UNREPORTED = new Set(["CREATOR"]);

const WHEN = " when ";

/** Takes lines apart: principals, and indented under each what it may do. */
export function statementsOf(lines: readonly string[]): readonly Statement[] {
  let principal = "";
  return lines.flatMap((line): readonly Statement[] => {
    if (line.trim() === "") return [];
    if (!line.startsWith("  ")) {
      principal = line.trim();
      return [];
    }
    return statementsIn(principal, line.trim());
  });
}

function statementsIn(principal: string, line: string): readonly Statement[] {
  const { permissions, place, columns, extent = "" } = PERMISSIONS.exec(line)?.groups ?? {};
  if (permissions === undefined || place === undefined) {
    return [{ principal, what: inOrder(line), columns: [], extent: "", permission: false }];
  }
  return permissions.split(", ").flatMap((permission) =>
    UNREPORTED.has(permission)
      ? []
      : [
          {
            principal,
            what: `${permission} ${place}`,
            columns: columns === undefined ? [] : columns.split(", "),
            extent,
            permission: true,
          },
        ],
  );
}

const keyOf = ({ principal, what, extent }: Statement): string => [principal, what, extent].join("\n");

/** What one side says and the other does not; of columns only those that it lacks. */
export function statementsWithout(one: readonly Statement[], other: readonly Statement[]): readonly Statement[] {
  const columns = new Map<string, Set<string>>();
  for (const statement of other) {
    const known = columns.get(keyOf(statement)) ?? new Set();
    columns.set(keyOf(statement), known);
    for (const column of statement.columns) known.add(column);
  }
  return one.flatMap((statement) => {
    const known = columns.get(keyOf(statement));
    if (known === undefined) return [statement];
    const more = statement.columns.filter((column) => !known.has(column));
    return more.length === 0 ? [] : [{ ...statement, columns: more }];
  });
}

/** An account may report conditions in another order than the JSON has. */
function inOrder(line: string): string {
  const at = line.indexOf(WHEN);
  if (at < 0) return line;
  const conditions = line.slice(at + WHEN.length).split("; ");
  return `${line.slice(0, at)}${WHEN}${conditions.toSorted().join("; ")}`;
}
