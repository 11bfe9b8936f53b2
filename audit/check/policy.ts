import { blocks, isBlock, texts } from "../output/json";
import type { Block, Resource } from "../output/types";
import type { World } from "./world";

export interface Principal {
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`, or `*` for everybody. */
  readonly kind: string;
  readonly value: string;
}

export interface Condition {
  readonly operator: string;
  /** In small letters: IAM does not distinguish. */
  readonly key: string;
  readonly values: readonly string[];
}

/** A statement of an IAM, trust or resource policy. */
export interface Statement {
  readonly sid: string;
  readonly allows: boolean;
  readonly principals: readonly Principal[];
  /** All but some; it counts as everybody. */
  readonly notPrincipal: boolean;
  readonly actions: readonly string[];
  /** All but some; it counts as every action. */
  readonly notAction: boolean;
  readonly resources: readonly string[];
  readonly conditions: readonly Condition[];
}

/** A scalar of a condition may be a boolean or number. */
const values = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).map(String);

const principals = (value: unknown): readonly Principal[] =>
  isBlock(value)
    ? Object.entries(value).flatMap(([kind, each]) => texts(each).map((text) => ({ kind, value: text })))
    : texts(value).map((text) => ({ kind: text === "*" ? "*" : "AWS", value: text }));

const conditions = (value: unknown): readonly Condition[] =>
  blocks(value).flatMap((operators) =>
    Object.entries(operators).flatMap(([operator, keys]) =>
      blocks(keys).flatMap((each) =>
        Object.entries(each).map(([key, list]) => ({ operator, key: key.toLowerCase(), values: values(list) })),
      ),
    ),
  );

const fromDocument = (statement: Block): Statement => ({
  sid: texts(statement["Sid"]).join(""),
  allows: statement["Effect"] === "Allow",
  principals: principals(statement["Principal"]),
  notPrincipal: "NotPrincipal" in statement,
  actions: texts(statement["Action"]),
  notAction: "NotAction" in statement,
  resources: texts(statement["Resource"]),
  conditions: conditions(statement["Condition"]),
});

/** A statement of the data source `aws_iam_policy_document`, which others write policies with. */
const fromDataSource = (statement: Block): Statement => ({
  sid: texts(statement["sid"]).join(""),
  allows: (statement["effect"] ?? "Allow") === "Allow",
  principals: blocks(statement["principals"]).flatMap(({ type, identifiers }) =>
    texts(identifiers).map((value) => ({ kind: String(type), value })),
  ),
  notPrincipal: blocks(statement["not_principals"]).length > 0,
  actions: texts(statement["actions"]),
  notAction: texts(statement["not_actions"]).length > 0,
  resources: texts(statement["resources"]),
  conditions: blocks(statement["condition"]).map(({ test, variable, values: list }) => ({
    operator: String(test),
    key: String(variable).toLowerCase(),
    values: values(list),
  })),
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The statements of a policy, their principals with references followed; `undefined` when the JSON does not say them. */
export function statementsOf(world: World, from: Resource, value: unknown): readonly Statement[] | undefined {
  if (typeof value !== "string") return undefined;
  const document = world.target(from, value);
  if (document?.kind === "data" && document.type === "aws_iam_policy_document") {
    const merged = ["source_policy_documents", "override_policy_documents"].some((key) => key in document.body);
    return merged ? undefined : blocks(document.body["statement"]).map(fromDataSource).map(followed(world, document));
  }
  const read = parsed(value);
  return isBlock(read) ? blocks(read["Statement"]).map(fromDocument).map(followed(world, from)) : undefined;
}

const followed =
  ({ resolver }: World, from: Resource) =>
  (statement: Statement): Statement => ({
    ...statement,
    principals: statement.principals.map(({ kind, value }) => ({ kind, value: resolver.text(from, value) })),
  });

/** Whether a pattern of an action or resource with `*` and `?` matches a text. */
export function matches(pattern: string, text: string): boolean {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`, "i").test(text);
}

/** Whether a statement is about an action. */
export const covers = ({ actions, notAction }: Statement, action: string): boolean =>
  notAction || actions.some((pattern) => matches(pattern, action));

export const isEverybody = ({ kind, value }: Principal): boolean =>
  kind === "*" || (kind === "AWS" && (value === "*" || /^arn:[\w-]+:iam::\*/.test(value)));

const ACCOUNT = /^(?:arn:[\w-]+:(?:iam|sts)::)?(\d{12})(?::|$)/;

/** The account that a principal belongs to, where it says one. */
export const accountOfPrincipal = ({ kind, value }: Principal): string | undefined =>
  kind === "AWS" ? ACCOUNT.exec(value)?.[1] : undefined;
