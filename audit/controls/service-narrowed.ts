import type { Control } from "../check/control";
import { eachResourcePolicy } from "../check/policies";

/** By which a service says for whom it acts; for KMS also what it encrypts. */
const SOURCE = /^(?:aws:source(?:account|arn|orgid|orgpaths)|kms:(?:calleraccount|encryptioncontext:.+))$/;

/**
 * EventBridge does not say for whom it acts when it publishes to a topic, nor when the topic's key is used for it: a condition would
 * refuse every message. https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 */
const PUBLISHING = /^(?:sns:publish|kms:decrypt|kms:generatedatakey\*?)$/i;

export const serviceNarrowed: Control = {
  id: "service-narrowed",
  sentence: "A resource that lets in a service of AWS says for whose account the service must act.",
  reason: "A service acts for every customer: without the condition a stranger's resource may use this one through it.",
  remedy: "add StringEquals aws:SourceAccount or ArnLike aws:SourceArn; for keys kms:EncryptionContext serves too",
  severity: "high",
  references: [],
  check: eachResourcePolicy(({ allows, principals, conditions, actions }) => {
    const publishes = actions.length > 0 && actions.every((action) => PUBLISHING.test(action));
    const services = principals.filter(
      ({ kind, value }) => kind === "Service" && !(publishes && value === "events.amazonaws.com"),
    );
    const narrowed = conditions.some(({ operator, key }) => SOURCE.test(key) && !/not|ifexists|null/i.test(operator));
    return allows && services.length > 0 && !narrowed
      ? `lets in ${services.map(({ value }) => value).join(", ")} on behalf of anybody`
      : undefined;
  }),
};
