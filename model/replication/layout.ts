/**
 * Where DMS puts the files of a table: `<prefix>/<schema>/<table>/LOAD*.parquet` for the first load and
 * `<prefix>/<schema>/<table>/<commit date>/*.parquet` for changes.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html
 */
import type { Environment, ProducerAccount, Source, TableContract } from "../landscape/types";
import { zoneBucketName } from "../names";

/** Column with the operation: I, U or D. DMS fixes the name; catalogs hold it in lower case. */
export const OPERATION_COLUMN = "Op";

/** Text column with the commit time at the source, `yyyy-MM-dd HH:mm:ss.SSSSSS`. */
export const COMMIT_TIME_COLUMN = "dms_commit_ts";

/** Text column that orders changes with equal commit time. */
export const SEQUENCE_COLUMN = "dms_change_seq";

/** Characters of the sequence column. */
export const SEQUENCE_LENGTH = 50;

/**
 * Condition for rows of the full load in a table over a table's whole folder: Athena lists folders within folders, and
 * change files lie below. `LOAD` and hexadecimal digits, with a segment's name before them when a table is loaded in parts.
 */
export const LOAD_FILES = `regexp_like("$path", 'LOAD[0-9A-Fa-f]+[.]parquet$')`;

/** Partition column of the change tables: the day of commit in UTC, `yyyy-MM-dd`. */
export const COMMIT_DATE_PARTITION = "dms_commit_date";

/**
 * Folder of a source in its raw bucket, without slashes at the ends. A reload from scratch takes a new generation: DMS
 * names its files like those of the first load and would write over them. DMS may write to the current generation alone,
 * and catalog and merge read it alone.
 */
export function rawPrefix(producer: ProducerAccount, source: Source): string {
  return `${producer.name}/${source.name}/${generationOf(source)}`;
}

/** Last part of a source's folder: the generation of its files. */
const generationOf = ({ generation = 1 }: Source): string => `g${generation}`;

/** What the crawler puts before a table's name, so that tables of two generations can stand side by side. */
export const discoveredPrefix = (source: Source): string => `${generationOf(source)}_`;

/** Folder of a table in the raw bucket, without a slash at its end. */
export function rawTablePath(producer: ProducerAccount, source: Source, table: TableContract): string {
  return `${rawPrefix(producer, source)}/${table.schema}/${table.name}`.toLowerCase();
}

/** `s3://` URL of a table's folder in the raw bucket, with a slash at its end. */
export function rawTableUrl(
  environment: Environment,
  producer: ProducerAccount,
  source: Source,
  table: TableContract,
): string {
  return `s3://${zoneBucketName(environment, source, "raw")}/${rawTablePath(producer, source, table)}/`;
}

/** `s3://` URL of a current-state table, with a slash at its end. */
export function curatedTableUrl(environment: Environment, source: Source, table: TableContract): string {
  return `s3://${zoneBucketName(environment, source, "curated")}/${table.name}/`;
}
