/** Declared types, in the one spelling that all versions of a server agree on. */

const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/^bool(?:ean)?$/, "tinyint"],
  [/^serial$/, "bigint unsigned"],
  [/^integer\b/, "int"],
  [/^(?:numeric|dec|fixed)\b/, "decimal"],
  [/^(?:double precision|real)\b/, "double"],
  [/^float\((?:2[5-9]|[345]\d)\)/, "double"],
  [/^(?:character varying|nvarchar)\b/, "varchar"],
  [/^(?:character|nchar)\b/, "char"],
  // What MariaDB makes of it; both are large objects of text to DMS.
  [/^json$/, "longtext"],
];

/** What changes no value: display widths, labels, the sign of what is wide enough, and lengths that a server adds itself. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^(tinyint|smallint|mediumint|int|bigint)(?:\(\d+\))?( unsigned)?$/, "$1$2"],
  [/^decimal\((\d+)\)(?: unsigned)?$/, "decimal($1,0)"],
  [/^decimal\((\d+), ?(\d+)\)(?: unsigned)?$/, "decimal($1,$2)"],
  [/^(float|double)\b.*$/, "$1"],
  [/^(enum|set)\(.*$/, "$1"],
  [/^(char|binary|bit)$/, "$1(1)"],
  [/^(datetime|timestamp|time)\(0\)$/, "$1"],
  [/^year\(4\)$/, "year"],
];

/** A contract's type as `ACTUAL_TYPE` spells it. */
export function declaredType(type: string): string {
  const text = type.trim().toLowerCase().replaceAll(/\s+/g, " ");
  return [...SYNONYMS, ...FORMS].reduce((spelled, [form, replacement]) => spelled.replace(form, replacement), text);
}

/** The same of a row of `information_schema.columns`. */
export const ACTUAL_TYPE = [
  "CASE WHEN data_type IN ('tinyint', 'smallint', 'mediumint', 'int', 'bigint') THEN CONCAT(data_type, IF(column_type LIKE '%unsigned%', ' unsigned', ''))",
  "WHEN data_type = 'decimal' THEN CONCAT('decimal(', numeric_precision, ',', numeric_scale, ')')",
  "WHEN data_type IN ('float', 'double', 'enum', 'set', 'year') THEN data_type",
  "WHEN data_type = 'json' THEN 'longtext' ELSE column_type END",
].join(" ");
