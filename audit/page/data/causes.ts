import type { Place } from "../../lineage/types";
import type { Cause } from "../../types";
import type { CauseIndex } from "../data";

/** Causes of a page, each written once. */
export class Causes {
  private readonly positions = new Map<string, CauseIndex>();
  private readonly found: Cause[] = [];

  public get all(): readonly Cause[] {
    return this.found;
  }

  public index(cause: Cause): CauseIndex {
    const key = `${cause.file}\n${cause.pointer}\n${cause.says}`;
    const known = this.positions.get(key);
    if (known !== undefined) return known;
    const position = this.found.length;
    this.found.push(cause);
    this.positions.set(key, position);
    return position;
  }

  public indices(causes: readonly Cause[]): readonly CauseIndex[] {
    return [...new Set(causes.map((cause) => this.index(cause)))];
  }

  /** A place of the lineage, with what it says. */
  public place(at: Place, says: string): CauseIndex {
    return this.index({ ...at, says });
  }

  /** Something with its causes named by position. */
  public told<T extends { readonly causes: readonly Cause[] }>(
    thing: T,
  ): Omit<T, "causes"> & { readonly causes: readonly CauseIndex[] } {
    return { ...thing, causes: this.indices(thing.causes) };
  }
}
