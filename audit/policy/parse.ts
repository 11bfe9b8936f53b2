import { causeOf } from "../cause";
import { isBlock, texts } from "../output/json";
import { isUndecided, reasonsIn, undecided } from "../output/tokens";
import type { Block, Resolver, Resource } from "../output/types";
import type { Cause } from "../types";
import { policyDocument } from "./document";
import type { Choice, Condition, Policy, PolicyPrincipal, Statement } from "./types";

/** Where a policy stands, to name it as a cause. */
interface Place {
  readonly resource: Resource;
  /** JSON Pointer from the resource's body to the policy's text, with the `#` of the text inside. */
  readonly inside: string;
}

/**
 * The policy that an attribute of a resource holds: as text, or from a data source `aws_iam_policy_document`. A policy
 * that cannot be read is open, never empty.
 */
export function policyAt(resolver: Resolver, resource: Resource, attribute: string): Policy {
  return policyOf(resolver, resource, resource.body[attribute], `/${attribute}`);
}

function policyOf(resolver: Resolver, resource: Resource, value: unknown, inside: string): Policy {
  const cause = causeOf(resource, "holds the policy", inside);
  const target = resolver.target(resource, value);
  if (target?.resource.address.startsWith("data.aws_iam_policy_document.") === true) {
    return { ...policyDocument(resolver, target.resource, policyOf), cause };
  }
  if (target !== undefined && target.attribute in target.resource.body) {
    return policyOf(resolver, target.resource, target.resource.body[target.attribute], `/${target.attribute}`);
  }
  const json = typeof value === "string" ? parsed(value) : undefined;
  if (json !== undefined) return fromJson(resolver, json, { resource, inside: `${inside}#` }, cause);
  const text = resolver.text(resource, value);
  const whole = isUndecided(text) ? undefined : parsed(text);
  if (whole !== undefined) return fromJson(resolver, whole, { resource, inside: `${inside}#` }, cause);
  return { statements: [], open: reasonsIn(text)[0] ?? `${resource.address} holds no JSON text`, cause };
}

function parsed(text: string): Block | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isBlock(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function fromJson(resolver: Resolver, json: Block, place: Place, cause: Cause): Policy {
  const list = Array.isArray(json["Statement"]) ? json["Statement"] : [json["Statement"]];
  const single = !Array.isArray(json["Statement"]);
  const statements = list.flatMap((statement: unknown, index) => {
    if (!isBlock(statement)) return [];
    const pointer = single ? "/Statement" : `/Statement/${index}`;
    return [toStatement(resolver, statement, { ...place, inside: place.inside + pointer })];
  });
  return { statements, cause };
}

function toStatement(resolver: Resolver, statement: Block, { resource, inside }: Place): Statement {
  const sid = texts(statement["Sid"])[0];
  const effect = statement["Effect"] === "Deny" ? "Deny" : "Allow";
  const all = (value: unknown): readonly string[] => resolver.texts(resource, value).map(withoutVariables);
  const principals = principalsOf(statement["Principal"] ?? statement["NotPrincipal"], all);
  const resources = choice(statement, "Resource", all);
  return {
    ...(sid === undefined ? {} : { sid }),
    effect,
    ...(principals === undefined ? {} : { principals: { not: "NotPrincipal" in statement, list: principals } }),
    actions: choice(statement, "Action", all) ?? { not: false, patterns: [] },
    ...(resources === undefined ? {} : { resources }),
    conditions: conditionsOf(statement["Condition"], all),
    cause: causeOf(
      resource,
      `${effect === "Allow" ? "allows" : "denies"}${sid === undefined ? "" : ` (${sid})`}`,
      inside,
    ),
  };
}

/** A policy variable, such as `${aws:username}`, is decided by each request. */
const withoutVariables = (text: string): string =>
  text.replaceAll(/\$\{([a-z][\w-]*:[^}]+)\}/gi, (_, name: string) => undecided(`policy variable ${name}`));

function choice(statement: Block, name: string, all: (value: unknown) => readonly string[]): Choice | undefined {
  if (name in statement) return { not: false, patterns: all(statement[name]) };
  const not = `Not${name}`;
  return not in statement ? { not: true, patterns: all(statement[not]) } : undefined;
}

const KINDS = ["AWS", "Service", "Federated", "CanonicalUser"] as const;

function principalsOf(
  value: unknown,
  all: (value: unknown) => readonly string[],
): readonly PolicyPrincipal[] | undefined {
  if (value === undefined) return undefined;
  if (!isBlock(value)) return all(value).map((each) => ({ kind: "AWS", value: each }));
  return KINDS.flatMap((kind) => all(value[kind]).map((each) => ({ kind, value: each })));
}

function conditionsOf(value: unknown, all: (value: unknown) => readonly string[]): readonly Condition[] {
  if (!isBlock(value)) return [];
  return Object.entries(value).flatMap(([operator, keys]) =>
    Object.entries(isBlock(keys) ? keys : {}).map(([key, values]) => ({ operator, key, values: all(values) })),
  );
}
