import { join, resolve } from "node:path";
import { partitionPlaces } from "../catalog/partition-places";
import { urlOf } from "../catalog/place";
import { type Catalog, type FileTable, nameOf } from "../catalog/types";
import type { Listing } from "../files/listing";
import type { FileSchemas } from "../files/schemas";
import { columnFindings, type ScannedFile } from "./columns";
import { type CrawledFolder, crawledFolders } from "./folders";
import { passing } from "./passing";
import type { Crawler, Finding } from "./types";

/** What a scan compares. */
export interface Scan {
  readonly catalog: Catalog;
  readonly crawlers: readonly Crawler[];
  readonly listing: Listing;
  readonly schemas: FileSchemas;
  /** Folder of the mirror. */
  readonly folder: string;
  /** Keys that a table reaches. */
  readonly reached: (table: FileTable) => readonly string[];
  readonly now: Date;
}

/**
 * What the crawlers would find, compared with the tables that are declared over the same folders: files that a crawler
 * reads with the table that has partitions, files that it is told to leave out with the one that has none.
 */
export async function crawl(scan: Scan): Promise<readonly Finding[]> {
  const folders = scan.crawlers.flatMap((crawler) => crawledFolders(crawler, scan.listing));
  const findings: Finding[] = [];
  for (const folder of folders) findings.push(...(await folderFindings(scan, folder)));
  for (const table of scan.catalog.files) {
    if (scan.listing.under(table.place).length === 0) findings.push(emptyTable(table));
    else if (!folders.some((folder) => isOver(table, folder))) findings.push(uncrawled(table));
    findings.push(...passing(table, scan.now));
  }
  return findings;
}

const emptyTable = (table: FileTable): Finding => ({
  table: nameOf(table),
  found: `there is no file below its location ${urlOf(table.place)}`,
  look: "the table's location in the catalog; folder and bucket of the task's S3 endpoint; the rules that choose tables",
});

const isOver = ({ place }: FileTable, { bucket, prefix }: CrawledFolder): boolean =>
  place.bucket === bucket && place.prefix === prefix;

const CRAWLERS = "targets, exclusions and TableLevelConfiguration of the crawlers";

/** What is not scanned is not compared: neither here nor by whoever looks at what a crawler finds. */
const uncrawled = (table: FileTable): Finding => ({
  table: nameOf(table),
  found: `no crawler takes its folder ${urlOf(table.place)} for a table`,
  look: CRAWLERS,
});

async function folderFindings(scan: Scan, folder: CrawledFolder): Promise<readonly Finding[]> {
  const tables = scan.catalog.files.filter((table) => isOver(table, folder));
  const changes = tables.find(({ partitions }) => partitions !== undefined);
  const whole = tables.find(({ partitions }) => partitions === undefined);
  const crawled = await scanned(scan, folder.bucket, folder.crawled);
  const excluded = await scanned(scan, folder.bucket, folder.excluded);
  return [
    ...compared(folder, changes, "change files", crawled, []),
    ...(changes === undefined ? [] : [...unreached(scan, folder, changes), ...leftOut(scan, folder, changes)]),
    ...compared(folder, whole, "files of the first load", excluded, crawled),
  ];
}

async function scanned(
  { folder, schemas }: Scan,
  bucket: string,
  keys: readonly string[],
): Promise<readonly ScannedFile[]> {
  const root = resolve(folder, bucket);
  await schemas.learn(keys.map((key) => join(root, key)));
  return keys.map((key) => ({ url: `s3://${bucket}/${key}`, schema: schemas.of(join(root, key)) }));
}

/** Files of a folder compared with the table that is meant to read them. */
function compared(
  { bucket, prefix, table: name }: CrawledFolder,
  table: FileTable | undefined,
  what: string,
  files: readonly ScannedFile[],
  later: readonly ScannedFile[],
): readonly Finding[] {
  if (files.length === 0) return [];
  if (table !== undefined) return columnFindings(table, files, later);
  return [
    {
      table: name,
      found: `${files.length} ${what} below ${urlOf({ bucket, prefix })} belong to no declared table`,
      look: "locations of the tables in the catalog; folder of the task's S3 endpoint; the rules that choose tables",
    },
  ];
}

/** Change files that the crawler is told to leave out as if they belonged to the first load. */
function leftOut(scan: Scan, { excluded }: CrawledFolder, table: FileTable): readonly Finding[] {
  const hidden = new Set(excluded);
  const missed = scan.reached(table).filter((key) => hidden.has(key));
  if (missed.length === 0) return [];
  return [
    {
      table: nameOf(table),
      found: `the crawler is told to leave out ${missed.length} change files, for example ${missed[0]}`,
      look: CRAWLERS,
    },
  ];
}

/** Files that no partition leads to: Athena answers as if they were not there. */
function unreached(scan: Scan, { bucket, crawled }: CrawledFolder, table: FileTable): readonly Finding[] {
  const reached = new Set(scan.reached(table));
  const missed = crawled.filter((key) => !reached.has(key));
  if (missed.length === 0) return [];
  const last = partitionPlaces(table, scan.now).at(-1);
  const sought = last === undefined ? "it has no partitions" : `its last partition is ${urlOf(last.place)}`;
  return [
    {
      table: nameOf(table),
      found: `${missed.length} of ${crawled.length} change files are in no partition, for example s3://${bucket}/${missed[0]}; ${sought}`,
      look: "storage.location.template and projection.* of the table; date folders of the task's S3 endpoint",
    },
  ];
}
