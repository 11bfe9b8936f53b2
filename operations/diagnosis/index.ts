import { type Diagnostic, showDiagnostic } from "../terraform/diagnostics";
import {
  accessDenied,
  expiredSession,
  invalidCredentials,
  noCredentials,
  roleRefused,
  wrongAccount,
} from "./credentials";
import { fullDisk, providerLocked, providerMissing, terraformVersion, unreachable } from "./machine";
import { deletionProtected, destroyPrevented, existsAlready, throttled } from "./service";
import { backendMissing, backendMoved, planStale, stateBroken, stateLocked, stateNotSaved } from "./state";
import type { Rule, Scene, Trouble } from "./trouble";

/**
 * The more particular first: a state that was not saved says why, a role that could not be assumed may not have been
 * reached, a refused call may be one of an expired session.
 */
export const RULES: readonly Rule[] = [
  fullDisk,
  stateNotSaved,
  stateBroken,
  stateLocked,
  wrongAccount,
  expiredSession,
  throttled,
  noCredentials,
  invalidCredentials,
  backendMissing,
  backendMoved,
  planStale,
  terraformVersion,
  providerLocked,
  providerMissing,
  unreachable,
  roleRefused,
  destroyPrevented,
  deletionProtected,
  existsAlready,
  accessDenied,
];

/** What Terraform's complaint means; nothing when it is of no known kind. */
export function diagnose(diagnostic: Diagnostic, scene: Scene): Trouble | undefined {
  const text = `${diagnostic.summary}\n${diagnostic.detail}`;
  for (const rule of RULES) {
    const trouble = rule(text, scene, diagnostic);
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}

/** Lines about everything that went wrong: each kind of trouble once, with the first complaint that showed it. */
export function explain(diagnostics: readonly Diagnostic[], scene: Scene): readonly string[] {
  const told = new Set<string>();
  return diagnostics.flatMap((diagnostic) => {
    const trouble = diagnose(diagnostic, scene);
    if (trouble === undefined) return [showDiagnostic(diagnostic)];
    if (told.has(trouble.kind)) return [];
    told.add(trouble.kind);
    return [trouble.what, `What to do: ${trouble.remedy}`, `Terraform said: ${showDiagnostic(diagnostic)}`];
  });
}
