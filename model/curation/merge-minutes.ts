import type { Source } from "../landscape/types";

const DEFAULT_MINUTES = 5;

/** Minutes between two merges of a source. */
export const mergeMinutes = ({ mergeEveryMinutes }: Pick<Source, "mergeEveryMinutes">): number =>
  mergeEveryMinutes ?? DEFAULT_MINUTES;
