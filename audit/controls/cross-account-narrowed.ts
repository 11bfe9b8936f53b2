import type { Control } from "../check/control";
import { eachResourcePolicy } from "../check/policies";
import { accountOfPrincipal } from "../check/policy";

const WHO = new Set(["aws:principalarn", "aws:userid"]);

export const crossAccountNarrowed: Control = {
  id: "cross-account-narrowed",
  sentence: "A resource that lets in a whole other account says which of its roles it means.",
  reason: "With the account's root alone, its administrators decide who reads the bank's data.",
  remedy: "add ArnEquals aws:PrincipalArn with the role, beside aws:PrincipalOrgID",
  severity: "high",
  references: [],
  check: eachResourcePolicy(({ allows, principals, conditions }, { account }) => {
    const roots = principals.filter((principal) => {
      const other = accountOfPrincipal(principal);
      return other !== undefined && other !== account && /^(?:\d{12}|.*:root)$/.test(principal.value);
    });
    const narrowed = conditions.some(
      ({ operator, key, values }) =>
        WHO.has(key) && !/not|ifexists|null/i.test(operator) && values.every((value) => !/^\**$/.test(value)),
    );
    return allows && account !== undefined && roots.length > 0 && !narrowed
      ? `lets in all of ${roots.map(({ value }) => value).join(", ")}`
      : undefined;
  }),
};
