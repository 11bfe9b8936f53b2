import { causeOf } from "../cause";
import { blocks } from "../output/json";
import { resourcesOf } from "../output/read";
import type { Resolver, Resource } from "../output/types";
import { policyAt } from "../policy/parse";
import type { Policy } from "../policy/types";
import { managedPolicies } from "./managed-policies";
import type { IdentityFact } from "./types";

const KINDS = ["role", "user"] as const;
type Kind = (typeof KINDS)[number];

interface Draft {
  readonly kind: Kind;
  readonly account: string;
  readonly name: string;
  readonly policies: Policy[];
  /** ARNs of the managed policies among them that a resource of their own attaches. */
  readonly attached: Set<string>;
  /** The resource that makes it, or the first that names it. */
  readonly resource: Resource;
  declared: boolean;
}

/** Roles and users that stacks make or give policies to, with all policies that count for them. */
export function readIdentities(resolver: Resolver): readonly IdentityFact[] {
  const drafts = new Map<string, Draft>();
  const managed = managedPolicies(resolver);
  const groups = groupPolicies(resolver, managed);

  function draft(kind: Kind, resource: Resource, name: string): Draft {
    const key = [kind, resource.account, name].join("\n");
    const known = drafts.get(key);
    if (known !== undefined) return known;
    const { account } = resource;
    const made: Draft = { kind, account, name, policies: [], attached: new Set(), resource, declared: false };
    drafts.set(key, made);
    return made;
  }

  for (const kind of KINDS) {
    for (const resource of resourcesOf(resolver.output, `aws_iam_${kind}`)) {
      const made = draft(kind, resource, resolver.text(resource, `\${${resource.address}.name}`));
      made.declared = true;
      for (const [index] of blocks(resource.body["inline_policy"]).entries()) {
        made.policies.push(inlinePolicy(resolver, resource, index));
      }
      for (const arn of resolver.texts(resource, resource.body["managed_policy_arns"])) {
        made.policies.push(managed(resource, arn));
      }
    }
    for (const resource of resourcesOf(resolver.output, `aws_iam_${kind}_policy`)) {
      const name = resolver.text(resource, resource.body[kind]);
      draft(kind, resource, name).policies.push(policyAt(resolver, resource, "policy"));
    }
    for (const resource of resourcesOf(resolver.output, `aws_iam_${kind}_policy_attachment`)) {
      const arn = resolver.text(resource, resource.body["policy_arn"]);
      const of = draft(kind, resource, resolver.text(resource, resource.body[kind]));
      of.attached.add(arn);
      of.policies.push(managed(resource, arn));
    }
    // It attaches what is not attached yet; what another resource attaches as well counts once.
    for (const resource of resourcesOf(resolver.output, `aws_iam_${kind}_policy_attachments_exclusive`)) {
      const of = draft(kind, resource, resolver.text(resource, resource.body[`${kind}_name`]));
      const more = resolver.texts(resource, resource.body["policy_arns"]).filter((arn) => !of.attached.has(arn));
      of.policies.push(...more.map((arn) => managed(resource, arn)));
    }
    for (const resource of resourcesOf(resolver.output, "aws_iam_policy_attachment")) {
      const policy = managed(resource, resolver.text(resource, resource.body["policy_arn"]));
      for (const name of resolver.texts(resource, resource.body[`${kind}s`])) {
        draft(kind, resource, name).policies.push(policy);
      }
    }
  }
  for (const { user, resource, group } of memberships(resolver)) {
    draft("user", resource, user).policies.push(...(groups.get(`${resource.account}\n${group}`) ?? []));
  }
  return [...drafts.values()].map((each) => toIdentity(resolver, managed, each));
}

function toIdentity(
  resolver: Resolver,
  managed: (from: Resource, arn: string) => Policy,
  { kind, account, name, policies, resource, declared }: Draft,
): IdentityFact {
  const boundary = declared ? resource.body["permissions_boundary"] : undefined;
  return {
    arn: declared ? resolver.text(resource, `\${${resource.address}.arn}`) : `arn:aws:iam::${account}:${kind}/${name}`,
    account,
    kind,
    name,
    ...(declared && kind === "role" ? { trust: policyAt(resolver, resource, "assume_role_policy") } : {}),
    policies,
    ...(boundary === undefined ? {} : { boundary: managed(resource, resolver.text(resource, boundary)) }),
    declared,
    cause: causeOf(resource, declared ? `makes ${kind} ${name}` : `gives a policy to ${kind} ${name}`),
  };
}

/** A policy in a block of the role itself. */
function inlinePolicy(resolver: Resolver, resource: Resource, index: number): Policy {
  const block = blocks(resource.body["inline_policy"])[index] ?? {};
  const inner: Resource = { ...resource, body: block, pointer: `${resource.pointer}/inline_policy/${index}` };
  return policyAt(resolver, inner, "policy");
}

/** Policies of groups by account and name. */
function groupPolicies(
  resolver: Resolver,
  managed: (from: Resource, arn: string) => Policy,
): ReadonlyMap<string, readonly Policy[]> {
  const found = new Map<string, Policy[]>();
  const add = (resource: Resource, group: string, policy: Policy): void => {
    const key = `${resource.account}\n${group}`;
    found.set(key, [...(found.get(key) ?? []), policy]);
  };
  for (const resource of resourcesOf(resolver.output, "aws_iam_group_policy")) {
    add(resource, resolver.text(resource, resource.body["group"]), policyAt(resolver, resource, "policy"));
  }
  for (const resource of resourcesOf(resolver.output, "aws_iam_group_policy_attachment")) {
    const policy = managed(resource, resolver.text(resource, resource.body["policy_arn"]));
    add(resource, resolver.text(resource, resource.body["group"]), policy);
  }
  return found;
}

function memberships(
  resolver: Resolver,
): readonly { readonly user: string; readonly group: string; readonly resource: Resource }[] {
  const byUser = resourcesOf(resolver.output, "aws_iam_user_group_membership").flatMap((resource) =>
    resolver.texts(resource, resource.body["groups"]).map((group) => ({
      user: resolver.text(resource, resource.body["user"]),
      group,
      resource,
    })),
  );
  const byGroup = resourcesOf(resolver.output, "aws_iam_group_membership").flatMap((resource) =>
    resolver.texts(resource, resource.body["users"]).map((user) => ({
      user,
      group: resolver.text(resource, resource.body["group"]),
      resource,
    })),
  );
  return [...byUser, ...byGroup];
}
