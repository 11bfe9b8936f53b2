import { MILLISECOND, SECOND } from "./durations";

const TEXT = { second: 19, fraction: 6 } as const;

/** Microseconds since 1970 as DMS writes them in its timestamp column: `yyyy-MM-dd HH:mm:ss.SSSSSS`, UTC. */
export function momentText(moment: bigint): string {
  const iso = new Date(Number(moment / MILLISECOND)).toISOString();
  return `${iso.slice(0, TEXT.second).replace("T", " ")}.${String(moment % SECOND).padStart(TEXT.fraction, "0")}`;
}
