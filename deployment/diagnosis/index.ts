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
import { backendMissing, backendMoved, planStale, stateLocked, stateNotSaved } from "./state";
import type { Rule, Scene, Trouble } from "./trouble";

/** The more particular first: an expired session is also refused, a full disk also keeps a state from being saved. */
export const RULES: readonly Rule[] = [
  fullDisk,
  wrongAccount,
  expiredSession,
  throttled,
  noCredentials,
  invalidCredentials,
  roleRefused,
  stateLocked,
  stateNotSaved,
  backendMissing,
  backendMoved,
  planStale,
  terraformVersion,
  providerLocked,
  providerMissing,
  destroyPrevented,
  deletionProtected,
  existsAlready,
  accessDenied,
  unreachable,
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
