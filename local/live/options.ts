import type { ParseArgsConfig } from "node:util";
import { EXIT, Failure } from "../../operations/failure";
import type { Values } from "../../operations/options";

/** How a live stream goes. */
export interface LiveOptions {
  /** How many times faster than the real clock that of the bank runs. */
  readonly speed: number;
}

export const LIVE_OPTIONS = {
  live: { type: "boolean", default: false },
  speed: { type: "string" },
} satisfies ParseArgsConfig["options"];

const DEFAULT_SPEED = 10;
const FASTEST = 100;

/** Reads the options; nothing when no stream is asked for. */
export function liveOptions({ live, speed }: Values<typeof LIVE_OPTIONS>): LiveOptions | undefined {
  if (speed !== undefined && !live) throw new Failure("--speed: it is for --live only. See --help.", EXIT.unusable);
  if (speed !== undefined && !(/^\d+$/.test(speed) && Number(speed) >= 1 && Number(speed) <= FASTEST)) {
    throw new Failure(`--speed ${speed}: write a number from 1 to ${FASTEST}. See --help.`, EXIT.unusable);
  }
  return live ? { speed: Number(speed ?? DEFAULT_SPEED) } : undefined;
}
