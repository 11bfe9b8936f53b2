import type { Control } from "../check/control";
import { eachKeyPolicy } from "../check/policies";
import { covers } from "../check/policy";

const USES = ["kms:Decrypt", "kms:GenerateDataKey"];

export const keyAdministrationApart: Control = {
  id: "key-administration-apart",
  sentence: "No statement of a key's policy lets the same principal administer the key and use it itself.",
  reason: "With kms:* for the account, every administrator of IAM can read what the key encrypts.",
  remedy:
    "list the administrative actions in one statement, and the uses in another with kms:ViaService or a principal",
  severity: "high",
  references: [],
  check: eachKeyPolicy((statement) => {
    const uses = USES.filter((action) => covers(statement, action));
    return statement.allows &&
      !statement.conditions.some(({ key }) => key === "kms:viaservice") &&
      covers(statement, "kms:PutKeyPolicy") &&
      uses.length > 0
      ? `allows both administration and ${uses.join(", ")}`
      : undefined;
  }),
};
