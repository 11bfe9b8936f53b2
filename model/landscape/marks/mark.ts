import type { Draft } from "../draft";
import type { Keys } from "../keys";

/** Environments that have something; nothing when all do. */
export type Mark = Draft<readonly string[]> | undefined;

/** Whether a mark lets an environment have what it is on. A mark that is not clear holds nothing back. */
export const lets = (mark: Mark, environment: string | undefined): boolean =>
  mark === undefined || mark.includes(undefined) || environment === undefined || mark.includes(environment);

/** A mark that is wrong. */
export interface WrongMark {
  /** Where it is reported. */
  readonly keys: Keys;
  readonly found: unknown;
  readonly remedy: string;
  /** What is left out while the rest of the landscape is looked at, so that one mistake is reported once. */
  readonly leftOut: Keys;
}

/** `onlyIn: ["staging"]` */
export const written = (environments: readonly string[]): string => `\`onlyIn: ${JSON.stringify(environments)}\``;
