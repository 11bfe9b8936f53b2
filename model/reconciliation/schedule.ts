import { mergeMinutes } from "../curation/merge-minutes";
import type { Source } from "../landscape/types";

const DEFAULT_HOUR = 3;

/** Merges that may still bring what the source has counted already. */
const MERGES = 3;

/** Hour of the day, UTC, at which a source is asked for its figures. */
export const reconcileAtHour = ({ reconcileAtHour: hour }: Pick<Source, "reconcileAtHour">): number =>
  hour ?? DEFAULT_HOUR;

/** Seconds between the source's figures and the lake's. */
export const settlingSeconds = (source: Pick<Source, "mergeEveryMinutes">): number =>
  MERGES * mergeMinutes(source) * 60;
