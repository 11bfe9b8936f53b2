import { accessMatrix } from "../matrix";
import type { AccessMatrix } from "../matrix/types";
import type { Output } from "../output/types";

/** Something that a person or role can do after a change and could not before, or the other way round. */
export interface AccessChange {
  readonly kind: "gained" | "lost";
  readonly principal: string;
  /** `SELECT`, `read`, `decrypt` ... */
  readonly permission: string;
  /** `loans.loan`, a bucket or a key. */
  readonly object: string;
  /** Columns of a table; empty for what has none. */
  readonly columns: readonly string[];
  /** `all rows`, or the conditions of which a row must meet one. */
  readonly rows: string;
  /** Whether the JSON leaves open that it is so. */
  readonly open: boolean;
}

/** One right, small enough that rights of two outputs are equal or have nothing to do with each other. */
interface Right extends Omit<AccessChange, "kind" | "columns"> {
  readonly column: string;
}

function rightsOf({ principals, cells, buckets, keys }: AccessMatrix): readonly Right[] {
  const names = new Map(
    principals.map(({ id, name, account }) => [id, account === undefined ? name : `${name} (${account})`]),
  );
  const who = (principal: string): string => names.get(principal) ?? principal;
  return [
    ...cells.flatMap((cell) => {
      const place = [cell.database, cell.table].filter((part) => part !== undefined).join(".");
      const right = {
        principal: who(cell.principal),
        permission: cell.grantable ? `${cell.permission} and hand on` : cell.permission,
        object: place === "" ? `catalog of ${cell.catalog}` : place,
        rows: cell.rows.length === 0 ? "all rows" : `rows where ${cell.rows.join(" or ")}`,
        open: cell.decision === "undecided",
      };
      return (cell.columns.length === 0 ? [""] : cell.columns).map((column) => ({ ...right, column }));
    }),
    ...buckets.map(({ principal, bucket, access, objects, decision }) => ({
      principal: who(principal),
      permission: access,
      object: `s3://${bucket}/${objects.join(", ")}`,
      rows: "past Lake Formation",
      open: decision === "undecided",
      column: "",
    })),
    ...keys.map(({ principal, name, access, decision }) => ({
      principal: who(principal),
      permission: access,
      object: `key ${name}`,
      rows: "without a service in between",
      open: decision === "undecided",
      column: "",
    })),
  ];
}

const keyOf = ({ principal, permission, object, rows, open, column }: Right): string =>
  JSON.stringify([principal, permission, object, rows, open, column]);

/** Rights that differ in their column alone, as one change. */
function changes(kind: AccessChange["kind"], rights: readonly Right[]): readonly AccessChange[] {
  const groups = new Map<string, AccessChange>();
  for (const { column, ...right } of rights) {
    const key = keyOf({ ...right, column: "" });
    const known = groups.get(key);
    groups.set(key, { kind, ...right, columns: [...(known?.columns ?? []), ...(column === "" ? [] : [column])] });
  }
  return [...groups.values()];
}

/** What changes for people and roles between two outputs. */
export function accessChanges(before: Output, after: Output): readonly AccessChange[] {
  const [old, now] = [rightsOf(accessMatrix(before)), rightsOf(accessMatrix(after))];
  const [oldKeys, nowKeys] = [new Set(old.map(keyOf)), new Set(now.map(keyOf))];
  return [
    ...changes(
      "gained",
      now.filter((right) => !oldKeys.has(keyOf(right))),
    ),
    ...changes(
      "lost",
      old.filter((right) => !nowKeys.has(keyOf(right))),
    ),
  ];
}
