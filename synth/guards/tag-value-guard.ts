import { accountOf, blocks, type Element } from "../terraform-json";
import type { OutputGuard } from "./output-guard";

const values = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];

/** Tag values that a resource assigns or grants by, each as `key=value`. */
function uses({ type, body }: Element): readonly string[] {
  if (type === "aws_lakeformation_resource_lf_tags" || type === "aws_lakeformation_resource_lf_tag") {
    return blocks(body["lf_tag"]).map(({ key, value }) => `${String(key)}=${String(value)}`);
  }
  if (type !== "aws_lakeformation_permissions") return [];
  return [
    ...blocks(body["lf_tag"]),
    ...blocks(body["lf_tag_policy"]).flatMap((each) => blocks(each["expression"])),
  ].flatMap(({ key, values: list }) => values(list).map((value) => `${String(key)}=${value}`));
}

/**
 * Every value of an LF-tag is on something or in a grant, in an account that uses tags at all: a value that nobody uses is
 * a misspelt one, or what is left of something.
 */
export const tagValueGuard: OutputGuard = ({ stacks, elements }) => {
  const accounts = new Map(stacks.map((stack) => [stack.id, accountOf(stack)]));
  const used = new Map<string, Set<string>>();
  for (const element of elements) {
    const account = accounts.get(element.stack) ?? "";
    const known = used.get(account) ?? new Set<string>();
    used.set(account, known);
    for (const use of uses(element)) known.add(use);
  }
  return elements.flatMap(({ stack, type, address, body }) => {
    const known = used.get(accounts.get(stack) ?? "") ?? new Set();
    if (type !== "aws_lakeformation_lf_tag" || known.size === 0) return [];
    return values(body["values"])
      .filter((value) => !known.has(`${String(body["key"])}=${value}`))
      .map((value) => ({
        stack,
        place: address,
        cause: `nothing has the tag ${String(body["key"])}=${value}, and no grant is by it`,
        remedy: "remove the value from the tag (model/access/tags.ts), or assign it",
      }));
  });
};
