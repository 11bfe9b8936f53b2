import { sampleBank } from "../../examples/sample-bank";
import type { Bank } from "../source-systems";
import { timeOf } from "./clock";
import type { RowsOptions } from "./options";

/** Where the bank's time ends: after a month's last booking day, whatever the day is on which the demo runs. */
export const END = timeOf("2026-06-30T21:00:00Z");

/** Hours before that in which changes are captured: a day and a half, so that midnight and a nightly run are inside. */
const HOURS = 36;

/** The bank that the options ask for. */
export const orderedBank = ({ seed, changes }: RowsOptions): Bank =>
  sampleBank({ seed, changes, end: END, hours: HOURS });
