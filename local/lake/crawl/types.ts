/** Something in the raw zone that does not fit to what is declared. */
export interface Finding {
  /** `database.table` */
  readonly table: string;
  /** What was found, in words. */
  readonly found: string;
  /** Where the mistake may be. */
  readonly look: string;
}

/** A crawler as it is deployed: one target, without what is excluded. */
export interface Crawler {
  readonly name: string;
  readonly database: string;
  readonly prefix: string;
  /** Number of the folder that is a table, the bucket being the first. */
  readonly level: number;
  readonly targets: readonly CrawlerTarget[];
}

export interface CrawlerTarget {
  readonly bucket: string;
  /** Key of the folder, with a slash at its end. */
  readonly folder: string;
  /** Globs, relative to the folder. */
  readonly exclusions: readonly string[];
}
