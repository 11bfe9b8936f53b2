import { principalTrust } from "../../policy/trust";
import type { Draft } from "../draft";
import { isWhole } from "../draft";
import { below, type Keys } from "../keys";
import { type Problem, problemAt } from "../problem";
import type { Landscape } from "../types";
import { consumersOf, environmentsOf, teamsOf } from "../walk";
import type { Check } from "./check";

/** Longest trust policy, unless AWS is asked for 4,096. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const LONGEST_TRUST = 2048;

/** Whoever may assume a role fits into its one trust policy, which cannot be split. */
export const trustLengths: Check = (landscape) =>
  environmentsOf(landscape).flatMap((environment) => [
    ...problemsOf(
      landscape,
      below(environment.keys, "governance", "auditors", "assumedBy"),
      environment.value.governance?.auditors?.assumedBy,
    ),
    ...consumersOf(environment)
      .flatMap(teamsOf)
      .filter(({ value }) => value.existingRole === undefined)
      .flatMap(({ value, keys }) => problemsOf(landscape, below(keys, "assumedBy"), value.assumedBy)),
  ]);

function problemsOf(
  landscape: Draft<Landscape>,
  keys: Keys,
  list: readonly (string | undefined)[] | undefined,
): readonly Problem[] {
  if (!isWhole(list)) return [];
  const { length } = principalTrust(list);
  if (length <= LONGEST_TRUST) return [];
  const fitting = list.findIndex((_, index) => principalTrust(list.slice(0, index + 1)).length > LONGEST_TRUST);
  const remedy = `write at most ${fitting} of these ${list.length} principals, a SAML provider in their place, or a second team for the rest: a trust policy has at most ${LONGEST_TRUST} characters, and this one ${length}`;
  return [problemAt(landscape, keys, list, remedy)];
}
