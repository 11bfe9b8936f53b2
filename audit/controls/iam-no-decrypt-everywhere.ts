import type { Control } from "../check/control";
import { eachIdentityPolicy } from "../check/policies";
import { covers } from "../check/policy";
import { fsbp } from "../check/references";

/** Every key there is, or every key of an account without a condition on the service that asks. */
const EVERY_KEY = /^(?:\*|arn:[\w-]+:kms:[^:]*:[^:]*:(?:\*|key\/\*|alias\/\*))$/;

/** Says which of the keys, or through what they may be used. */
const NARROWING = /^(?:kms:(?:viaservice|resourcealiases|requestalias|encryptioncontext.*)|aws:resourcetag\/.+)$/;

export const iamNoDecryptEverywhere: Control = {
  id: "iam-no-decrypt-everywhere",
  sentence: "No policy of an identity allows decryption with every key.",
  reason: "Key policies are then the only gate between the identity and all data.",
  remedy: "name the keys; where a key is known after apply only, narrow key/* of one account with kms:ViaService",
  severity: "high",
  references: fsbp("KMS.1", "KMS.2"),
  check: eachIdentityPolicy((statement) => {
    const everywhere = statement.resources.filter((resource) => EVERY_KEY.test(resource));
    const narrowed = !everywhere.includes("*") && statement.conditions.some(({ key }) => NARROWING.test(key));
    const decrypts = ["kms:Decrypt", "kms:ReEncryptFrom"].filter((action) => covers(statement, action));
    return statement.allows && decrypts.length > 0 && everywhere.length > 0 && !narrowed
      ? `allows ${decrypts.join(", ")} on ${everywhere.join(", ")}`
      : undefined;
  }),
};
