import { appendFileSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { COMMANDS } from "../commands/names";
import { ENDINGS } from "../order/settle";

const Entry = v.variant("kind", [
  v.object({
    kind: v.literal("begin"),
    command: v.picklist(COMMANDS),
    environment: v.string(),
    /** Ids of the stacks that the run was limited to, in order. */
    stacks: v.array(v.string()),
  }),
  v.object({
    kind: v.literal("planned"),
    stack: v.string(),
    /** Fingerprint of what was planned. */
    fingerprint: v.string(),
    /** Number of changes. */
    changes: v.number(),
  }),
  v.object({ kind: v.literal("applying"), stack: v.string() }),
  v.object({ kind: v.literal("process"), stack: v.string(), pid: v.number() }),
  v.object({
    kind: v.literal("ended"),
    stack: v.string(),
    ending: v.picklist(ENDINGS),
    fingerprint: v.exactOptional(v.string()),
  }),
  v.object({ kind: v.literal("end"), status: v.number() }),
]);

/** Something that happened in a run. */
export type JournalEntry = v.InferOutput<typeof Entry>;

/**
 * What happened in a run, one line each, in a file that only grows: killed at any moment, it holds everything up to then.
 */
export class Journal {
  public constructor(private readonly file: string) {}

  public add(entry: JournalEntry): void {
    appendFileSync(this.file, `${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`, { mode: 0o600 });
  }

  /** All entries; none when there is no file. A line that was cut off is passed over. */
  public read(): readonly JournalEntry[] {
    return readText(this.file).split("\n").flatMap(readEntry);
  }
}

function readEntry(line: string): readonly JournalEntry[] {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Entry), line);
  return parsed.success ? [parsed.output] : [];
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
