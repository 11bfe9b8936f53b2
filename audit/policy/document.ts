import { causeOf } from "../cause";
import { blocks, texts } from "../output/json";
import type { Block, Resolver, Resource } from "../output/types";
import type { Choice, Policy, PolicyPrincipal, Statement } from "./types";

type ReadPolicy = (resolver: Resolver, resource: Resource, value: unknown, inside: string) => Policy;

/**
 * The policy of a data source `aws_iam_policy_document`: its sources, its statements, what overrides them. A statement
 * replaces an earlier one of the same sid, as the provider's documentation describes.
 * @param read reads the policies that it takes in
 */
export function policyDocument(resolver: Resolver, document: Resource, read: ReadPolicy): Policy {
  const parts = (attribute: string): readonly Policy[] =>
    listOf(document.body[attribute]).map((value, index) => read(resolver, document, value, `/${attribute}/${index}`));
  const own: Policy = {
    statements: blocks(document.body["statement"]).map((statement, index) =>
      toStatement(resolver, document, statement, index),
    ),
    cause: causeOf(document, "is the policy"),
  };
  const all = [...parts("source_policy_documents"), own, ...parts("override_policy_documents")];
  const open = all.map((policy) => policy.open).find((reason) => reason !== undefined);
  return {
    statements: withoutReplaced(all.flatMap(({ statements }) => statements)),
    ...(open === undefined ? {} : { open }),
    cause: own.cause,
  };
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

function withoutReplaced(statements: readonly Statement[]): readonly Statement[] {
  const last = new Map(statements.map((statement) => [statement.sid, statement]));
  return statements.filter((statement) => statement.sid === undefined || last.get(statement.sid) === statement);
}

function toStatement(resolver: Resolver, document: Resource, statement: Block, index: number): Statement {
  const all = (value: unknown): readonly string[] => resolver.texts(document, value);
  const sid = texts(statement["sid"])[0];
  const effect = statement["effect"] === "Deny" ? "Deny" : "Allow";
  const not = blocks(statement["not_principals"]);
  const principals = (not.length > 0 ? not : blocks(statement["principals"])).flatMap((each) =>
    all(each["identifiers"]).map((value) => toPrincipal(String(each["type"]), value)),
  );
  const resources = choice(statement, "resources", all);
  return {
    ...(sid === undefined ? {} : { sid }),
    effect,
    ...(principals.length === 0 ? {} : { principals: { not: not.length > 0, list: principals } }),
    actions: choice(statement, "actions", all) ?? { not: false, patterns: [] },
    ...(resources === undefined ? {} : { resources }),
    conditions: blocks(statement["condition"]).map((each) => ({
      operator: String(each["test"]),
      key: String(each["variable"]),
      values: all(each["values"]),
    })),
    cause: causeOf(
      document,
      `${effect === "Allow" ? "allows" : "denies"}${sid === undefined ? "" : ` (${sid})`}`,
      `/statement/${index}`,
    ),
  };
}

function choice(statement: Block, name: string, all: (value: unknown) => readonly string[]): Choice | undefined {
  const has = (key: string): boolean => listOf(statement[key]).length > 0;
  if (has(name)) return { not: false, patterns: all(statement[name]) };
  return has(`not_${name}`) ? { not: true, patterns: all(statement[`not_${name}`]) } : undefined;
}

function toPrincipal(type: string, value: string): PolicyPrincipal {
  if (type === "Service" || type === "Federated" || type === "CanonicalUser") return { kind: type, value };
  return { kind: "AWS", value };
}
