/** IAM's policy language: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
import type { Cause } from "../types";

/** One entry of `Principal`. */
export interface PolicyPrincipal {
  readonly kind: "AWS" | "Service" | "Federated" | "CanonicalUser";
  /** ARN, account id, service name; `*` is everybody. */
  readonly value: string;
}

/** One condition; all of a statement's must be met, and one of the values of each is enough. */
export interface Condition {
  /** `StringEquals`, with the case of the policy; may begin with ForAllValues: or ForAnyValue: and end with IfExists. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** Patterns that must match, or that must not. */
export interface Choice {
  readonly not: boolean;
  readonly patterns: readonly string[];
}

export interface Statement {
  readonly sid?: string;
  readonly effect: "Allow" | "Deny";
  /** Nothing in an identity policy. */
  readonly principals?: { readonly not: boolean; readonly list: readonly PolicyPrincipal[] };
  readonly actions: Choice;
  /** Nothing in a trust policy: the role itself. */
  readonly resources?: Choice;
  readonly conditions: readonly Condition[];
  readonly cause: Cause;
}

/** A policy; when it cannot be read, why, and no statements. */
export interface Policy {
  readonly statements: readonly Statement[];
  readonly open?: string;
  readonly cause: Cause;
}
