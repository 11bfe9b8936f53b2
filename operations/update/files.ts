import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { RECORDS } from "../../model/records/paths";

/** Texts of files by their path, relative to the project's folder. */
export type Texts = ReadonlyMap<string, string>;

/** What happens to a recorded file. */
export interface FileChange {
  readonly path: string;
  /** Nothing: the file goes. */
  readonly text?: string;
  readonly kind: "new" | "changed" | "gone";
}

/** Files that are recorded now, below a folder that holds nothing else. */
function filesBelow(project: string, folder: string): readonly string[] {
  const root = join(project, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(project, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

/** What must be written so that a project's files are these; whatever else is among its records goes. */
export function fileChanges(project: string, present: Texts): readonly FileChange[] {
  const gone = filesBelow(project, RECORDS).filter((path) => !present.has(path));
  const written = [...present].flatMap(([path, text]): readonly FileChange[] => {
    const file = join(project, path);
    if (!existsSync(file)) return [{ path, text, kind: "new" }];
    return readFileSync(file, "utf8") === text ? [] : [{ path, text, kind: "changed" }];
  });
  return [...written, ...gone.map((path) => ({ path, kind: "gone" as const }))].toSorted((one, other) =>
    one.path < other.path ? -1 : 1,
  );
}

/** Writes all of it: first beside the files, so that a full disk or a missing right changes none of them. */
export function writeChanges(project: string, changes: readonly FileChange[]): void {
  const scratch = mkdtempSync(join(project, ".update-"));
  try {
    const texts = changes.flatMap(({ path, text }, index) =>
      text === undefined ? [] : [{ file: join(project, path), aside: join(scratch, String(index)), text }],
    );
    for (const { aside, text } of texts) writeFileSync(aside, text);
    for (const { file } of texts) mkdirSync(dirname(file), { recursive: true });
    for (const { file, aside } of texts) renameSync(aside, file);
    for (const { path, text } of changes) if (text === undefined) rmSync(join(project, path));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
