import type { Control } from "../check/control";
import { eachTrust, narrows } from "../check/policies";
import { isEverybody } from "../check/policy";

export const trustNoEverybody: Control = {
  id: "trust-no-everybody",
  sentence: "Nobody assumes a role without being named, and no web identity without a condition on its subject.",
  reason: "Every account of AWS, or every workload of the identity provider, could otherwise be the role.",
  remedy: "name the principal; for web identity add conditions on aud and sub",
  severity: "critical",
  references: [],
  check: eachTrust((statement) => {
    if (!statement.allows) return undefined;
    const open = statement.notPrincipal || statement.principals.some(isEverybody);
    if (open && !narrows(statement)) return "lets everybody assume the role";
    const federated = statement.principals.some(({ kind, value }) => kind === "Federated" && !value.includes("saml"));
    const subject = statement.conditions.some(
      ({ operator, key, values }) =>
        key.endsWith(":sub") && !/not/i.test(operator) && values.every((value) => !/^\**$/.test(value)),
    );
    return federated && !subject ? "lets every subject of the identity provider assume the role" : undefined;
  }),
};
