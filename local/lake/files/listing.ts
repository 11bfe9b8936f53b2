import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { hasCode } from "../../store/file-error";
import type { Place } from "../catalog/place";

/** Athena takes what begins so for no data: https://docs.aws.amazon.com/athena/latest/ug/tables-location-format.html */
const HIDDEN = /(?:^|\/)[._]/;

/** Keys of the mirrored buckets as they were at one moment, sorted: a folder's keys are neighbours. */
export class Listing {
  public static readonly empty = new Listing(new Map());

  private constructor(private readonly keys: ReadonlyMap<string, readonly string[]>) {}

  /** Lists what a mirror's folder holds of some buckets. */
  public static async of(folder: string, buckets: readonly string[]): Promise<Listing> {
    const lists = buckets.map(async (bucket) => [bucket, await keysOf(join(folder, bucket))] as const);
    return new Listing(new Map(await Promise.all(lists)));
  }

  /** Keys below a place, however deep, without hidden ones. */
  public under({ bucket, prefix }: Place): readonly string[] {
    const keys = this.keys.get(bucket) ?? [];
    const found: string[] = [];
    for (let index = firstFrom(keys, prefix); index < keys.length; index += 1) {
      const key = keys[index] ?? "";
      if (!key.startsWith(prefix)) break;
      if (!HIDDEN.test(key.slice(prefix.length))) found.push(key);
    }
    return found;
  }
}

/** Index of the first key that does not come before a prefix. */
function firstFrom(keys: readonly string[], prefix: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? "") < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function keysOf(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return files
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, "/"))
      .toSorted((one, other) => (one < other ? -1 : 1));
  } catch (error) {
    // Nothing has been put into the bucket yet.
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  }
}
