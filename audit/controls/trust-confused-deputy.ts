import type { Control } from "../check/control";
import { eachTrust } from "../check/policies";

/**
 * Keys by which a service says for whom it acts. Instances of EC2 and tasks of ECS get their roles by an account's own
 * calls: EC2 knows no such key.
 */
const SOURCES = new Set(["aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths"]);
const WITHOUT = new Set(["ec2.amazonaws.com"]);

export const trustConfusedDeputy: Control = {
  id: "trust-confused-deputy",
  sentence: "A service assumes a role only on behalf of the account or resource that the role is for.",
  reason: "Otherwise somebody else's resource can make the service use this role: the confused deputy.",
  remedy: "add StringEquals aws:SourceAccount, and ArnLike aws:SourceArn where the service sends it",
  severity: "medium",
  references: [],
  check: eachTrust(({ allows, principals, conditions }) => {
    const services = principals.filter(({ kind, value }) => kind === "Service" && !WITHOUT.has(value));
    const narrowed = conditions.some(({ operator, key }) => SOURCES.has(key) && !/not|ifexists|null/i.test(operator));
    return allows && services.length > 0 && !narrowed
      ? `trusts ${services.map(({ value }) => value).join(", ")} on behalf of anybody`
      : undefined;
  }),
};
