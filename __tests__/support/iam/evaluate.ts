/**
 * AWS's decision on a request, from the policies alone, for S3, KMS and SQS: an explicit refusal ends it; inside one account
 * the resource's or the principal's policy must allow it (a key asks for its own policy in any case); across accounts both.
 * Written from AWS's description, and independent of everything that made the policies.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html
 */
import { type Block, isBlock, list, text } from "../json";
import { statements } from "../policies";
import { holds } from "./conditions";
import { accountOf, contextOf, type Request } from "./request";
import { like } from "./wildcards";

export type Decision = "allowed" | "explicitly denied" | "implicitly denied";

/** What guards a resource, and who owns it. */
export interface Guarded {
  readonly owner: string;
  /** Policy of the bucket, key or queue, as JSON text. */
  readonly resourcePolicy: unknown;
  /** Policies of the principal, as JSON texts; none for a service. */
  readonly identityPolicies: readonly unknown[];
}

const has = (effect: string, among: readonly Block[]): boolean => among.some(({ Effect }) => Effect === effect);

export function decide(request: Request, { owner, resourcePolicy, identityPolicies }: Guarded): Decision {
  const onResource = statements(resourcePolicy).filter((each) => concerns(each, request) && names(each, request));
  const onIdentity = identityPolicies.flatMap(statements).filter((each) => concerns(each, request));
  if (has("Deny", [...onResource, ...onIdentity])) return "explicitly denied";
  const byResource = has("Allow", onResource);
  const directly = has(
    "Allow",
    onResource.filter((each) => each["Principal"] === "*" || !hands(each, owner)),
  );
  const byIdentity = has("Allow", onIdentity);
  const account = accountOf(request.principal);
  if (account === undefined) return byResource ? "allowed" : "implicitly denied";
  const needsBoth = account !== owner || request.action.startsWith("kms:");
  return (needsBoth ? byResource && byIdentity : directly || byIdentity) ? "allowed" : "implicitly denied";
}

const texts = (value: unknown): readonly string[] => list([value].flat()).map(text);

function concerns(statement: Block, request: Request): boolean {
  const { Action: actions, Resource: resources, Condition: condition } = statement;
  for (const key of ["NotAction", "NotResource", "NotPrincipal"]) {
    if (key in statement) throw new Error(`${key} is not understood`);
  }
  const action = texts(actions).some((each) => like(request.action.toLowerCase(), each.toLowerCase()));
  // In a key policy, and only there, the resource is the key itself, whatever is written.
  const resource = resources === undefined || texts(resources).some((each) => like(request.resource, each));
  return action && resource && holds(condition, contextOf(request));
}

/** Naming an account hands the decision to the account's own policies. */
const hands = ({ Principal: principal }: Block, account: string): boolean =>
  isBlock(principal) && texts(principal["AWS"] ?? []).every((each) => each === `arn:aws:iam::${account}:root`);

function names({ Principal: principal }: Block, request: Request): boolean {
  if (principal === "*") return true;
  if (!isBlock(principal)) throw new Error(`not a principal: ${JSON.stringify(principal)}`);
  const account = accountOf(request.principal);
  if (account === undefined) return texts(principal["Service"] ?? []).includes(request.principal);
  return texts(principal["AWS"] ?? []).some((each) =>
    ["*", account, request.principal, `arn:aws:iam::${account}:root`].includes(each),
  );
}
