import type { AccessMatrix } from "../matrix/types";
import type { Cause } from "../types";

/** One thing that a matrix says, in words that mean the same in every matrix. */
export interface Said {
  readonly sentence: string;
  readonly causes: readonly Cause[];
  /** What it is about, for comparing with what the other side leaves open. */
  readonly subject: string;
}

/** What a matrix says for certain, and the subjects of which it leaves something open. */
export interface Statements {
  readonly said: ReadonlyMap<string, Said>;
  readonly open: ReadonlySet<string>;
}

/** Permissions that follow from who made something, which no call reports alike. */
const BY_ORIGIN = new Set(["CREATOR"]);

const KEY_ARN = /arn:aws:kms:[^:\s]*:[^:\s]*:key\/(?:⟨[^⟩]*⟩|[\w-]+)/g;

/**
 * Everything that a matrix says, one sentence for each column, path and trust.
 * @param toTable name under which a table is compared
 */
export function statements(
  matrix: AccessMatrix,
  toTable: (catalog: string, database: string, table: string) => string,
): Statements {
  const said = new Map<string, Said>();
  const open = new Set<string>();
  const names = new Map(matrix.keys.map(({ key, name }) => [key, name]));
  const known = (text: string): string => text.replaceAll(KEY_ARN, (arn) => names.get(arn) ?? "key");
  const say = (decision: string, subject: string, sentence: string, causes: readonly Cause[]): void => {
    if (decision === "undecided") open.add(subject);
    else said.set(known(sentence), { sentence: known(sentence), subject, causes });
  };
  const administrators = new Set(
    matrix.cells.flatMap(({ permission, principal }) => (permission === "ADMINISTER" ? [principal] : [])),
  );
  for (const cell of matrix.cells) {
    const { principal, catalog, database, table, permission, columns, rows, grantable, decision, causes } = cell;
    // An administrator's implicit permissions are listed by the account, and by no stack.
    if (BY_ORIGIN.has(permission) || (administrators.has(principal) && permission !== "ADMINISTER")) continue;
    const name = table === undefined ? undefined : toTable(catalog, database ?? "", table);
    const place = [catalog, database, name, cell.location, cell.tag].filter((part) => part !== undefined).join(".");
    const which = rows.length === 0 ? "" : ` where ${rows.join(" or ")}`;
    const onward = grantable ? ", and may hand it on" : "";
    const subject = `${principal} ${permission} ${place}`;
    for (const column of columns.length === 0 || name === "*" ? [""] : columns) {
      const of = column === "" ? place : `${place}.${column}`;
      say(decision, subject, `${principal} has ${permission} on ${of}${which}${onward}`, causes);
    }
  }
  for (const { principal, bucket, access, objects, conditions, decision, causes } of matrix.buckets) {
    const when = conditions.length === 0 ? "" : ` when ${conditions.toSorted().join("; ")}`;
    const subject = `${principal} ${access} ${bucket}`;
    say(decision, subject, `${principal} may ${access} ${objects.join(", ")} of bucket ${bucket}${when}`, causes);
  }
  for (const { principal, name, access, conditions, decision, causes } of matrix.keys) {
    const when = conditions.length === 0 ? "" : ` when ${conditions.toSorted().join("; ")}`;
    say(decision, `${principal} ${access} ${name}`, `${principal} may ${access} with key ${name}${when}`, causes);
  }
  for (const { id, assumedBy, declared } of matrix.principals) {
    for (const { principal, conditions, causes } of declared ? assumedBy : []) {
      const when = conditions.length === 0 ? "" : ` when ${conditions.toSorted().join("; ")}`;
      say("allowed", `trust ${id}`, `${principal} may become ${id}${when}`, causes);
    }
  }
  return { said, open };
}
