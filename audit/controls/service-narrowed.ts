import type { Control } from "../check/control";
import { eachResourcePolicy } from "../check/policies";

/** By which a service says for whom it acts; for KMS also what it encrypts. */
const SOURCE = /^(?:aws:source(?:account|arn|orgid|orgpaths)|kms:(?:calleraccount|encryptioncontext:.+))$/;

export const serviceNarrowed: Control = {
  id: "service-narrowed",
  sentence: "A resource that lets in a service of AWS says for whose account the service must act.",
  reason: "A service acts for every customer: without the condition a stranger's resource may use this one through it.",
  remedy: "add StringEquals aws:SourceAccount or ArnLike aws:SourceArn; for keys kms:EncryptionContext serves too",
  severity: "high",
  references: [],
  check: eachResourcePolicy(({ allows, principals, conditions }) => {
    const services = principals.filter(({ kind }) => kind === "Service");
    const narrowed = conditions.some(({ operator, key }) => SOURCE.test(key) && !/not|ifexists|null/i.test(operator));
    return allows && services.length > 0 && !narrowed
      ? `lets in ${services.map(({ value }) => value).join(", ")} on behalf of anybody`
      : undefined;
  }),
};
