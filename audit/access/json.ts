import type { Block, Stack } from "./types";

export const isBlock = (value: unknown): value is Block =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A nested block, which Terraform's JSON allows to be written alone or in a list. */
export function blocks(value: unknown): readonly Block[] {
  if (Array.isArray(value)) return value.filter(isBlock);
  return isBlock(value) ? [value] : [];
}

/** A list of texts; nothing else counts. */
export const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];

/** Bodies of a stack's resources of a type, by name. */
export function resources({ json }: Stack, type: string): readonly (readonly [string, Block])[] {
  const types = json["resource"];
  const named = isBlock(types) ? types[type] : undefined;
  return Object.entries(isBlock(named) ? named : {}).map(([name, body]) => [name, isBlock(body) ? body : {}]);
}

/** The one account that a stack's provider may change. */
export function accountOf({ id, json }: Stack): string {
  const provider = isBlock(json["provider"]) ? blocks(json["provider"]["aws"])[0] : undefined;
  const [account] = texts(provider?.["allowed_account_ids"]);
  if (account === undefined) throw new Error(`${id} names no account`);
  return account;
}

const REFERENCE = /^\$\{(\w+)\.([\w-]+)\.(arn|name)\}$/;

/** A text with a reference to a name or ARN of the same stack followed. */
export function resolved(stack: Stack, value: unknown): string {
  const [, type = "", name = "", attribute] = REFERENCE.exec(String(value)) ?? [];
  if (attribute === undefined) return String(value);
  const body = resources(stack, type).find(([each]) => each === name)?.[1];
  if (body === undefined) throw new Error(`${stack.id} refers to ${type}.${name}, which it does not have`);
  if (attribute === "name") return resolved(stack, body["name"]);
  if (type === "aws_iam_role") return `arn:aws:iam::${accountOf(stack)}:role/${String(body["name"])}`;
  throw new Error(`the ARN of ${type}.${name} is not known before it exists`);
}
