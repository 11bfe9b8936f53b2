import { DOCUMENT_LIMITS, type DocumentLimit, INLINE_POLICIES } from "../document-limits";
import { expressions } from "../expressions";
import type { Finding } from "../finding";
import { blocks, type Element, isBlock } from "../terraform-json";
import type { OutputGuard } from "./output-guard";

/**
 * Characters that a Terraform expression stands for at most, here: the longest value that documents refer to is the ARN of
 * a role, of 95 characters, or of a key, of 80.
 */
export const LONGEST_REFERENCE = 100;

/** The text as long as it can be once Terraform has filled it in. */
function filled(text: string): string {
  return expressions(text)
    .reduce((rest, expression) => rest.replace(`\${${expression}}`, "x".repeat(LONGEST_REFERENCE)), text)
    .replaceAll("$${", "${");
}

/** Length of a document as AWS counts it. */
export function lengthOf(text: string, unit: DocumentLimit["unit"]): number {
  const whole = filled(text);
  if (unit === "bytes") return Buffer.byteLength(whole);
  return (unit === "characters" ? whole : whole.replaceAll(/\s/g, "")).length;
}

function texts(value: unknown, [key, ...rest]: readonly string[]): readonly string[] {
  if (key === undefined) return typeof value === "string" ? [value] : [];
  return [value].flat().flatMap((each: unknown) => (isBlock(each) ? texts(each[key], rest) : []));
}

const counted = (
  length: number,
  { maximum, unit, source }: Omit<DocumentLimit, "type" | "attribute" | "remedy">,
): string => `has ${length} ${unit}; AWS takes ${maximum} (${source})`;

function tooLong({ stack, type, address, body }: Element): readonly Finding[] {
  return DOCUMENT_LIMITS.filter((limit) => limit.type === type).flatMap((limit) =>
    texts(body, limit.attribute.split("."))
      .map((text) => lengthOf(text, limit.unit))
      .filter((length) => length > limit.maximum)
      .map((length) => ({
        stack,
        place: address,
        cause: `${limit.attribute} ${counted(length, limit)}`,
        remedy: limit.remedy,
      })),
  );
}

/** All inline policies of a role count together. */
function inlinePolicies(elements: readonly Element[]): readonly Finding[] {
  const unit = "characters besides white space";
  const byRole = new Map<string, { readonly first: Element; length: number }>();
  for (const element of elements) {
    const inline = element.type === "aws_iam_role" ? blocks(element.body["inline_policy"]) : [element.body];
    if (element.type !== "aws_iam_role" && element.type !== "aws_iam_role_policy") continue;
    const role = element.type === "aws_iam_role" ? `\${${element.address}.name}` : String(element.body["role"]);
    const found = byRole.get(`${element.stack} ${role}`) ?? { first: element, length: 0 };
    for (const { policy } of inline) if (typeof policy === "string") found.length += lengthOf(policy, unit);
    byRole.set(`${element.stack} ${role}`, found);
  }
  return [...byRole.values()]
    .filter(({ length }) => length > INLINE_POLICIES.maximum)
    .map(({ first, length }) => ({
      stack: first.stack,
      place: first.address,
      cause: `the role's inline policies together: ${counted(length, { ...INLINE_POLICIES, unit })}`,
      remedy: INLINE_POLICIES.remedy,
    }));
}

/**
 * No document is longer than AWS takes it. The landscape's checks say first what to shorten where a landscape alone
 * decides; this one sees every document, whatever it is made of.
 */
export const documentGuard: OutputGuard = ({ elements }) => {
  const resources = elements.filter(({ kind }) => kind === "resource");
  return [...resources.flatMap(tooLong), ...inlinePolicies(resources)];
};
