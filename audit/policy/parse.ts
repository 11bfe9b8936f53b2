import { causeOf } from "../cause";
import { isBlock, texts } from "../output/json";
import { isUndecided, reasonsIn, undecided } from "../output/tokens";
import type { Block, Resolver, Resource } from "../output/types";
import type { Cause } from "../types";
import { policyDocument } from "./document";
import type { Choice, Condition, Policy, PolicyPrincipal, Statement } from "./types";

/** How the texts of a policy are read, and how its statements are named as causes. */
interface Reading {
  readonly texts: (value: unknown) => readonly string[];
  /** @param pointer JSON Pointer into the policy */
  readonly cause: (says: string, pointer: string) => Cause;
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
  const reading: Reading = {
    texts: (each) => resolver.texts(resource, each),
    cause: (says, pointer) => causeOf(resource, says, `${inside}#${pointer}`),
  };
  const json = typeof value === "string" ? parsed(value) : undefined;
  if (json !== undefined) return fromJson(json, reading, cause);
  const text = resolver.text(resource, value);
  const whole = isUndecided(text) ? undefined : parsed(text);
  if (whole !== undefined) return fromJson(whole, reading, cause);
  return { statements: [], open: reasonsIn(text)[0] ?? `${resource.address} holds no JSON text`, cause };
}

/** A policy that was read elsewhere, such as in a live account. */
export function policyFromText(text: string, cause: Cause): Policy {
  const json = parsed(text);
  if (json === undefined) return { statements: [], open: "the policy is no JSON text", cause };
  return fromJson(json, { texts: asTexts, cause: (says, pointer) => ({ ...cause, pointer, says }) }, cause);
}

const asTexts = (value: unknown): readonly string[] =>
  [value]
    .flat()
    .filter((each) => each !== undefined)
    .map(String);

function parsed(text: string): Block | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isBlock(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function fromJson(json: Block, reading: Reading, cause: Cause): Policy {
  const single = !Array.isArray(json["Statement"]);
  const statements = [json["Statement"]].flat().flatMap((statement, index) => {
    if (!isBlock(statement)) return [];
    return [toStatement(statement, reading, single ? "/Statement" : `/Statement/${index}`)];
  });
  return { statements, cause };
}

function toStatement(statement: Block, reading: Reading, pointer: string): Statement {
  const sid = texts(statement["Sid"])[0];
  const effect = statement["Effect"] === "Deny" ? "Deny" : "Allow";
  const all = (value: unknown): readonly string[] => reading.texts(value).map(withoutVariables);
  const principals = principalsOf(statement["Principal"] ?? statement["NotPrincipal"], all);
  const resources = choice(statement, "Resource", all);
  const says = `${effect === "Allow" ? "allows" : "denies"}${sid === undefined ? "" : ` (${sid})`}`;
  return {
    ...(sid === undefined ? {} : { sid }),
    effect,
    ...(principals === undefined ? {} : { principals: { not: "NotPrincipal" in statement, list: principals } }),
    actions: choice(statement, "Action", all) ?? { not: false, patterns: [] },
    ...(resources === undefined ? {} : { resources }),
    conditions: conditionsOf(statement["Condition"], all),
    cause: reading.cause(says, pointer),
  };
}

/** A policy variable, such as `${aws:username}`, is decided by each request. */
const withoutVariables = (text: string): string =>
  text.includes("${") ? text.replaceAll(VARIABLE, (_, name: string) => undecided(`policy variable ${name}`)) : text;

const VARIABLE = /\$\{([a-z][\w-]*:[^}]+)\}/gi;

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
