import picomatch from "picomatch";
import type { Listing } from "../files/listing";
import type { Crawler, CrawlerTarget } from "./types";

/** A folder that a crawler takes for a table. */
export interface CrawledFolder {
  /** As the crawler would name it, with its database. */
  readonly table: string;
  readonly bucket: string;
  /** Key, with a slash at its end. */
  readonly prefix: string;
  /** Keys that the crawler reads. */
  readonly crawled: readonly string[];
  /** Keys that it is told to leave out. */
  readonly excluded: readonly string[];
}

/** Folders at a crawler's table level, with all files below each; files that lie higher count to the folder they are in. */
export const crawledFolders = (crawler: Crawler, listing: Listing): readonly CrawledFolder[] =>
  crawler.targets.flatMap((target) => foldersOf(crawler, target, listing));

function foldersOf(crawler: Crawler, target: CrawlerTarget, listing: Listing): readonly CrawledFolder[] {
  const isExcluded = picomatch([...target.exclusions], { dot: true });
  const folders = new Map<string, { readonly crawled: string[]; readonly excluded: string[] }>();
  for (const key of listing.under({ bucket: target.bucket, prefix: target.folder })) {
    const parts = key.split("/").slice(0, -1);
    const prefix = parts
      .slice(0, crawler.level - 1)
      .map((part) => `${part}/`)
      .join("");
    const folder = folders.get(prefix) ?? { crawled: [], excluded: [] };
    folders.set(prefix, folder);
    (isExcluded(key.slice(target.folder.length)) ? folder.excluded : folder.crawled).push(key);
  }
  return [...folders].map(([prefix, keys]) => ({
    table: `${crawler.database}.${crawler.prefix}${prefix.split("/").at(-2)?.toLowerCase() ?? ""}`,
    bucket: target.bucket,
    prefix,
    ...keys,
  }));
}
