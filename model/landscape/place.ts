/** Which values of a landscape open a file of their own, by the convention of `accounts/`. */
import { child, WORD } from "./keys";

/** Where a person finds a value. */
export interface Place {
  /** File by the convention of `accounts/`, with forward slashes. */
  readonly file: string;
  /** Inside the file, with names instead of positions where there are names: `tables[loan].primaryKey`. */
  readonly path: string;
}

/** Names on the way to a value that file names are made of; missing when one has another form. */
export interface Names {
  environment?: string | undefined;
  account?: string | undefined;
  source?: string | undefined;
}

/** A value on the way. */
export interface Step {
  /** Its keys, joined by dots, with `*` for positions. */
  readonly shape: string;
  /** Its own key as a path shows it at the beginning. */
  readonly segment: string;
  readonly value: unknown;
  /** The path so far, with this step. */
  readonly path: string;
}

const QUERY = /^[a-z][a-z0-9_]*$/;
const ACCOUNT = /^environments\.\*\.(?:governance|producers\.\*|consumers\.\*)$/;
const SOURCE = /^environments\.\*\.producers\.\*\.sources\.\*$/;
const TABLES = /^environments\.\*\.producers\.\*\.sources\.\*\.tables$/;
const OF_ENVIRONMENT = /^environments\.\*\.[^.]+$/;
const OF_SOURCE = /^environments\.\*\.producers\.\*\.sources\.\*\.[^.]+$/;
const OF_TEAM = /^environments\.\*\.consumers\.\*\.teams\.\*\.[^.]+$/;

function nameOf(value: unknown, form: RegExp = WORD): string | undefined {
  const name = child(value, "name");
  return typeof name === "string" && form.test(name) ? name : undefined;
}

/** Remembers the name of an environment, account or source. */
export function collect(names: Names, { shape, value }: Step): void {
  if (shape === "environments.*") names.environment = nameOf(value);
  if (ACCOUNT.test(shape)) names.account = nameOf(value);
  if (SOURCE.test(shape)) names.source = nameOf(value);
}

/** The beginning of a file in an environment's folder, if a value has one. */
export function ownPlace({ shape, value }: Step, { environment, source }: Names): Place | undefined {
  if (environment === undefined) return undefined;
  const folder = `accounts/${environment}`;
  if (shape === "environments.*") return { file: `${folder}/index.ts`, path: "" };
  if (shape === "environments.*.queries") return { file: `${folder}/queries.ts`, path: "queries" };
  if (ACCOUNT.test(shape) && nameOf(value) !== undefined) return { file: `${folder}/${nameOf(value)}.ts`, path: "" };
  return TABLES.test(shape) && source !== undefined
    ? { file: `${folder}/tables/${source}.ts`, path: "tables" }
    : undefined;
}

/** The beginning of a file that holds for all environments, if a value that is written once has one. */
export function commonPlace({ shape, segment, path }: Step, { account, source }: Names): Place | undefined {
  if (shape === "environments.*.queries") return { file: "accounts/queries/index.ts", path: "queries" };
  if (OF_ENVIRONMENT.test(shape)) return { file: "accounts/bank.ts", path: segment };
  if (OF_SOURCE.test(shape) && source !== undefined) return { file: `accounts/tables/${source}.ts`, path: segment };
  if (OF_TEAM.test(shape) && account !== undefined) return { file: `accounts/teams/${account}.ts`, path };
  return undefined;
}

/** Whether a value is a list that a bank may write once without `common`: contracts, or saved queries. */
export const isList = ({ shape }: Step): boolean => TABLES.test(shape) || shape === "environments.*.queries";

/** The file of one saved query that is written once. */
export function queryPlace({ shape, value }: Step): Place | undefined {
  const name = shape === "environments.*.queries.*" ? nameOf(value, QUERY) : undefined;
  return name === undefined ? undefined : { file: `accounts/queries/${name}.ts`, path: "" };
}
