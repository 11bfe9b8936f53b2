import type { TablesLock } from "../../tables/lock";
import type { Draft } from "../draft";
import type { IsFile } from "../files";
import type { Problem } from "../problem";
import type { Landscape } from "../types";

/** What a check may know besides the landscape. */
export interface Circumstances {
  /**
   * The day of the synthesis, `yyyy-MM-dd`.
   * @default - nobody asks whether a share has expired
   */
  readonly today?: string;
  /**
   * The tables that are deployed, by environment.
   * @default - none
   */
  readonly deployed?: Readonly<Record<string, TablesLock>>;
  /**
   * Which files there are, so that reports name no other.
   * @default - all of the convention
   */
  readonly isFile?: IsFile;
}

/** Finds all problems of one kind. Passes over what is missing: its absence has been reported already. */
export type Check = (landscape: Draft<Landscape>, circumstances?: Circumstances) => readonly Problem[];
