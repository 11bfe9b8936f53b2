/** Lengths of time in microseconds, in which the bank's commits are told apart. */
export const MILLISECOND = 1000n;
export const SECOND = 1000n * MILLISECOND;
export const MINUTE = 60n * SECOND;
export const HOUR = 60n * MINUTE;
export const DAY = 24n * HOUR;
