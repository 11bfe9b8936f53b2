import type { Ending } from "../deploy/order/settle";

/** Shows people how a run goes. */
export interface Display {
  /** A stack has come to another part of its work, for example `planning` or `applying 3 of 25`. */
  phase(stack: string, phase: string): void;
  /** A stack's turn is over. */
  ended(stack: string, ending: Ending, summary: string): void;
  /** A line, or several, for people to read. */
  say(text: string): void;
  /** Asks and waits for a line; one question at a time. */
  ask(question: string): Promise<string>;
  close(): void;
}

/** The word for each ending. */
export const ENDING_WORDS: Readonly<Record<Ending, string>> = {
  done: "done",
  failed: "FAILED",
  declined: "not approved",
  waiting: "waits for another stack",
  blocked: "held up",
  left: "not begun",
};

/** Seconds as `12 s` or `3 min 20 s`. */
export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
