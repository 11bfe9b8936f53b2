import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The project's folder: this file may run as it is, or compiled in a folder below. */
function projectFolder(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("no package.json in this folder or above it");
  return projectFolder(parent);
}

/** Texts of a function's files by name, sorted. */
export function functionSource(name: string): Readonly<Record<string, string>> {
  const folder = join(projectFolder(__dirname), "functions", name);
  const files = readdirSync(folder).toSorted();
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}
