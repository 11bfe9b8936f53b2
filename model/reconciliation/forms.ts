import type { EngineFamily } from "../contract/engine";
import type { Form } from "./dialect";

const form = (pattern: string, value: Form): readonly [RegExp, Form] => [new RegExp(`^(?:${pattern})$`), value];

/** MySQL keeps a `timestamp` as an instant and shows it in the session's time zone; a `datetime` has no zone. */
const MYSQL = [
  form(String.raw`(?:decimal|numeric|dec|fixed)\(.+\)(?: unsigned)?`, "number"),
  form(String.raw`(?:(?:tiny|small|medium|big)?int|integer)(?:\(\d+\))?(?: unsigned)?|bool|boolean|serial`, "number"),
  form(String.raw`bit(?:\(1\))?`, "boolean"),
  form(String.raw`(?:char|nchar|character)(?:\(\d+\))?`, "fixed"),
  form(String.raw`(?:varchar|nvarchar|character varying)\(\d+\)|tinytext|text|enum\(.+\)`, "text"),
  form("date", "date"),
  form(String.raw`datetime(?:\([0-6]\))?`, "moment"),
  form(String.raw`timestamp(?:\([0-6]\))?`, "instant"),
  form(String.raw`year(?:\(4\))?`, "year"),
];

const POSTGRESQL = [
  form(String.raw`(?:decimal|numeric)\(.+\)`, "number"),
  form("(?:small|big)?int|integer|int[248]|(?:small|big)?serial|serial[248]", "number"),
  form("boolean|bool", "boolean"),
  form(String.raw`(?:char|character)(?:\(\d+\))?`, "fixed"),
  form(String.raw`(?:varchar|character varying)\(\d+\)|uuid`, "text"),
  form("date", "date"),
  form(String.raw`timestamp(?:\([0-6]\))?(?: without time zone)?`, "moment"),
  form(String.raw`timestamptz(?:\([0-6]\))?|timestamp(?:\([0-6]\))? with time zone`, "instant"),
];

const FORMS: Readonly<Record<EngineFamily, readonly (readonly [RegExp, Form])[]>> = {
  mysql: MYSQL,
  postgresql: POSTGRESQL,
};

/**
 * The form of a source type, or nothing for one whose text engines do not write alike: floating point, time of day,
 * interval, addresses, sets, JSON, XML, bytes and large objects. Such columns are counted but not compared.
 */
export function formOf(family: EngineFamily, sourceType: string): Form | undefined {
  const text = sourceType.trim().toLowerCase().replaceAll(/\s+/g, " ");
  return FORMS[family].find(([pattern]) => pattern.test(text))?.[1];
}
