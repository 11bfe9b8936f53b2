import { zipSync } from "fflate";

/** The oldest time that ZIP can hold; every file has it, so that equal contents make equal archives. */
const OLDEST = new Date(1980, 0, 1);

/** A ZIP archive of some texts by file name. */
export function zip(files: Readonly<Record<string, string>>): Uint8Array {
  const contents = Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
  return zipSync(Object.fromEntries(contents), { mtime: OLDEST, level: 9, os: 3, attrs: 0o644 << 16 });
}
