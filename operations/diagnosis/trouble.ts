import type { Diagnostic } from "../terraform/diagnostics";

/** Where something went wrong. */
export interface Scene {
  readonly stack: string;
  readonly account: string;
  /** Folder in which Terraform ran. */
  readonly folder: string;
}

/** What happened, in a sentence, and what to do about it. */
export interface Trouble {
  readonly kind: string;
  readonly what: string;
  readonly remedy: string;
}

/**
 * Recognizes one kind of trouble.
 * @returns nothing when the diagnostic is about something else
 */
export type Rule = (text: string, scene: Scene, diagnostic: Diagnostic) => Trouble | undefined;

/** A rule that needs no more than the text. */
export const whenever =
  (kind: string, pattern: RegExp, tell: (match: RegExpExecArray, scene: Scene) => Omit<Trouble, "kind">): Rule =>
  (text, scene) => {
    const match = pattern.exec(text);
    return match === null ? undefined : { kind, ...tell(match, scene) };
  };
