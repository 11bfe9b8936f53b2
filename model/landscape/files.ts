/** Whether a file is there, by its path relative to the project folder. */
export type IsFile = (path: string) => boolean;

/** Reports name files by a convention that a bank may not keep to; the checks of a landscape know nothing of a disk. */
const known = new WeakMap<object, IsFile>();

/** Lets reports on a landscape name only files that are there. */
export function withFiles<Value>(landscape: Value, isFile: IsFile | undefined): Value {
  if (typeof landscape === "object" && landscape !== null && isFile !== undefined) known.set(landscape, isFile);
  return landscape;
}

/** The file that every landscape has: who does not find it looks somewhere else, for example where only the build is. */
export const LANDSCAPE_FILE = "accounts/index.ts";

/** Which files a landscape has: all of the convention, unless somebody knows. */
export function isFileOf(landscape: unknown): IsFile {
  const isFile = typeof landscape === "object" && landscape !== null ? known.get(landscape) : undefined;
  return isFile?.(LANDSCAPE_FILE) === true ? isFile : () => true;
}
