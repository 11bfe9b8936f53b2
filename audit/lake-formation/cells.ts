/** Adds up what a principal holds on a place: grants are united, and columns with the same rows share a cell. */
import { groupBy } from "../group";
import type { Cell } from "../matrix/types";
import type { Cause } from "../types";
import type { Claim } from "./claims";

/** Claims of one principal on one place. */
export interface Holding {
  readonly principal: string;
  readonly place: Claim["place"];
  readonly claims: readonly Claim[];
}

/** Claims put together by principal and place, in a stable order. */
export function holdings(claims: readonly Claim[]): readonly Holding[] {
  const found = new Map<string, { principal: string; place: Claim["place"]; claims: Claim[] }>();
  for (const claim of claims) {
    const { catalog, database, table = "" } = claim.place;
    const key = [claim.principal, catalog, database, table].join("\n");
    const before = found.get(key);
    if (before === undefined) found.set(key, { principal: claim.principal, place: claim.place, claims: [claim] });
    else before.claims.push(claim);
  }
  return [...found].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, holding]) => holding);
}

/** The cells of a holding, permission by permission. */
export function cellsOf({ principal, place, claims }: Holding): readonly Cell[] {
  const byPermission = groupBy(claims, ({ permission }) => permission);
  return [...byPermission]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([permission, ofPermission]) => {
      const decided = ofPermission.filter(({ open }) => open.length === 0);
      const open = ofPermission.filter((claim) => claim.open.length > 0);
      const certain = parts(place, decided);
      const possible = open.length === 0 ? [] : withoutSure(parts(place, open), certain);
      const known = place.columns.length === 0 && place.table === undefined && certain.length > 0;
      return [...certain, ...(known ? [] : possible)].map((part): Cell => {
        const reasons = [...new Set(part.claims.flatMap((claim) => claim.open))];
        return {
          principal,
          catalog: place.catalog,
          database: place.database,
          ...(place.table === undefined ? {} : { table: place.table }),
          permission,
          columns: part.columns,
          rows: part.rows,
          grantable: part.claims.some(({ grantable }) => grantable),
          decision: reasons.length === 0 ? "allowed" : "undecided",
          reasons,
          causes: [...new Set(part.claims.flatMap(({ causes }): readonly Cause[] => causes))],
        };
      });
    });
}

interface Part {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly claims: readonly Claim[];
}

/** What is allowed for certain needs no second mention as undecided. */
function withoutSure(possible: readonly Part[], certain: readonly Part[]): readonly Part[] {
  const sure = new Map(certain.flatMap((part) => part.columns.map((column) => [column, part.rows] as const)));
  return possible.flatMap((part) => {
    const columns = part.columns.filter((column) => sure.get(column)?.length !== 0);
    return part.columns.length > 0 && columns.length === 0 ? [] : [{ ...part, columns }];
  });
}

/** Columns by the rows that are shown of them. */
function parts(place: Claim["place"], claims: readonly Claim[]): readonly Part[] {
  if (claims.length === 0) return [];
  if (claims.every(({ columns }) => columns === undefined)) {
    return [{ columns: [], rows: rowsOf(claims), claims }];
  }
  const names = place.columns.length > 0 ? place.columns.map(({ name }) => name) : undeclared(claims);
  const found = new Map<string, { columns: string[]; rows: readonly string[]; claims: Set<Claim> }>();
  // Most columns are covered by the same claims: what these show is worked out once.
  const byClaims = new Map<string, { columns: string[] }>();
  for (const name of names) {
    const covering = claims.filter(({ columns }) => columns === undefined || columns.has(name) || columns.has("*"));
    if (covering.length === 0) continue;
    const numbers = covering.map((claim) => claims.indexOf(claim)).join();
    const known = byClaims.get(numbers);
    if (known !== undefined) {
      known.columns.push(name);
      continue;
    }
    const rows = rowsOf(covering);
    const signature = JSON.stringify([rows, covering.some(({ grantable }) => grantable)]);
    const part = found.get(signature) ?? { columns: [], rows, claims: new Set<Claim>() };
    found.set(signature, part);
    byClaims.set(numbers, part);
    part.columns.push(name);
    for (const claim of covering) part.claims.add(claim);
  }
  return [...found.values()].map((part) => ({ ...part, claims: [...part.claims] }));
}

const undeclared = (claims: readonly Claim[]): readonly string[] =>
  [...new Set(claims.flatMap(({ columns }) => [...(columns ?? [])]))].toSorted();

/** Conditions of which one must be met. A grant without a condition shows all rows, whatever the others say. */
function rowsOf(claims: readonly Claim[]): readonly string[] {
  if (claims.some(({ conditions }) => conditions.length === 0)) return [];
  return [...new Set(claims.map(({ conditions }) => conditions.toSorted().join(") AND (")))]
    .map((condition) => (condition.includes(") AND (") ? `(${condition})` : condition))
    .toSorted();
}
