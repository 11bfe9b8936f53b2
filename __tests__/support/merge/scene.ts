import { duckAthena } from "../../../local/engine/duck-athena";
import type { Service } from "../../../local/engine/interpreter";
import { column } from "../../../model/contract/column";
import type { Source } from "../../../model/landscape/types";
import { sourceOf, table } from "../sources";
import { DuckLake, type FileRow } from "./duck-lake";
import { MergeMachine } from "./merge-machine";

/** One table of loans: a key and an amount. */
export const LOANS: Source = sourceOf(
  table("loan", { id: column("bigint", "internal", "Key"), amount: column("decimal(12,2)", "internal", "Amount") }),
);

/** A change as it stands in a file; the sequence counts up when it is left out. */
export interface Change {
  readonly op: FileRow["op"];
  readonly id: number;
  /** Left out in a deletion: then there is only the key, as PostgreSQL logs it. */
  readonly amount?: string;
  /** Without fraction, as MySQL knows it. */
  readonly at: string;
  readonly sequence?: number;
}

/** A lake of one table, its machine, and words to write files with. */
export class Scene {
  private changes = 0;

  private constructor(
    public readonly lake: DuckLake,
    public readonly machine: MergeMachine,
    public readonly athena: Service,
  ) {}

  public static async of(source: Source = LOANS): Promise<Scene> {
    const lake = await DuckLake.of(source);
    const athena = duckAthena(lake.connection);
    return new Scene(lake, new MergeMachine(source, athena), athena);
  }

  /** Sets the clock of the runs, `yyyy-MM-dd HH:mm`. */
  public clock(time: string): void {
    this.machine.now = `${time.replace(" ", "T")}:00.000Z`;
  }

  /** A LOAD file with rows as they were when it was written. */
  public load(number: number, time: string, rows: Readonly<Record<number, string>>): Promise<void> {
    const committed = `${time}.000000`;
    const loaded = Object.entries(rows).map(
      ([id, amount]): FileRow => ({ op: "I", committed, sequence: "", values: [id, amount] }),
    );
    return this.lake.deliver("loan", [{ name: `LOAD0000000${number}`, rows: loaded }]);
  }

  /** A change file, written at a time, in the folder of the day of its first change. */
  public file(written: string, ...changes: readonly Change[]): Promise<void> {
    const rows = changes.map(({ op, id, amount, at, sequence }) => {
      this.changes += 1;
      const number = sequence ?? this.changes;
      return {
        op,
        committed: `${at}.000000`,
        sequence: `${at.replaceAll(/\D/g, "")}00${String(number).padStart(19, "0")}`,
        values: [String(id), amount ?? "NULL"],
      };
    });
    const day = changes[0]?.at.slice(0, 10) ?? "";
    const name = `${written.slice(0, 10).replaceAll("-", "")}-${written.slice(11).replaceAll(":", "")}000`;
    return this.lake.deliver("loan", [{ name, day, rows }]);
  }

  /** Current rows as `id|amount`. */
  public rows(): Promise<readonly string[]> {
    return this.lake.current("loan");
  }
}
