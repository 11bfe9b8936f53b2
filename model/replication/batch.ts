/** Seconds that DMS collects changes before it writes a file. Alarms, the teams' pages and the costs follow from it. */
export const BATCH_SECONDS = 60;

/** Seconds after which a change is in a file of the raw layer, about: a batch, and as much again to read and write it. */
export const LANDING_SECONDS = 2 * BATCH_SECONDS;
