/** Roles and users with all their policies, as IAM reports them in one call. */
import {
  type AttachedPolicy,
  type GroupDetail,
  type ManagedPolicyDetail,
  type PolicyDetail,
  paginateGetAccountAuthorizationDetails,
  type RoleDetail,
  type UserDetail,
} from "@aws-sdk/client-iam";
import type { IdentityFact } from "../facts/types";
import { policyFromText } from "../policy/parse";
import type { Policy } from "../policy/types";
import { liveCause } from "./cause";
import type { LiveAccount } from "./clients";

const CALL = "iam:GetAccountAuthorizationDetails";

export async function liveIdentities({ id, iam: client }: LiveAccount): Promise<readonly IdentityFact[]> {
  const roles: RoleDetail[] = [];
  const users: UserDetail[] = [];
  const groups: GroupDetail[] = [];
  const managed: ManagedPolicyDetail[] = [];
  for await (const page of paginateGetAccountAuthorizationDetails({ client }, {})) {
    roles.push(...(page.RoleDetailList ?? []));
    users.push(...(page.UserDetailList ?? []));
    groups.push(...(page.GroupDetailList ?? []));
    managed.push(...(page.Policies ?? []));
  }
  const read = new Reader(id, managed);
  const byGroup = new Map(
    groups.map((group) => [group.GroupName, read.policies(group.GroupPolicyList, group.AttachedManagedPolicies)]),
  );
  return [
    ...roles.map((role) => toRole(id, read, role)),
    ...users.map((user) => ({
      ...base(id, "user", user.Arn, user.UserName),
      policies: [
        ...read.policies(user.UserPolicyList, user.AttachedManagedPolicies),
        ...(user.GroupList ?? []).flatMap((group) => byGroup.get(group) ?? []),
      ],
      ...read.boundary(user.PermissionsBoundary?.PermissionsBoundaryArn),
    })),
  ];
}

function toRole(account: string, read: Reader, role: RoleDetail): IdentityFact {
  const { Arn, RoleName, AssumeRolePolicyDocument: trust } = role;
  return {
    ...base(account, "role", Arn, RoleName),
    ...(trust === undefined
      ? {}
      : { trust: policyFromText(decoded(trust), liveCause(account, CALL, `trust of ${RoleName ?? ""}`)) }),
    policies: read.policies(role.RolePolicyList, role.AttachedManagedPolicies),
    ...read.boundary(role.PermissionsBoundary?.PermissionsBoundaryArn),
  };
}

const base = (account: string, kind: IdentityFact["kind"], arn = "", name = "") => ({
  arn,
  account,
  kind,
  name,
  declared: true,
  cause: liveCause(account, CALL, `has ${kind} ${name}`),
});

/** IAM returns policies percent-encoded (RFC 3986). */
const decoded = (text: string): string => (text.trimStart().startsWith("{") ? text : decodeURIComponent(text));

class Reader {
  readonly #managed: ReadonlyMap<string, string>;

  public constructor(
    private readonly account: string,
    managed: readonly ManagedPolicyDetail[],
  ) {
    this.#managed = new Map(
      managed.flatMap(({ Arn, PolicyVersionList }) => {
        const text = PolicyVersionList?.find(({ IsDefaultVersion }) => IsDefaultVersion === true)?.Document;
        return Arn === undefined || text === undefined ? [] : [[Arn, decoded(text)] as const];
      }),
    );
  }

  public policies(inline: readonly PolicyDetail[] = [], attached: readonly AttachedPolicy[] = []): readonly Policy[] {
    return [
      ...inline.map(({ PolicyName: name = "", PolicyDocument: text = "" }) =>
        policyFromText(decoded(text), liveCause(this.account, CALL, `policy ${name}`)),
      ),
      ...attached.map(({ PolicyArn: arn = "" }) => this.#attached(arn)),
    ];
  }

  public boundary(arn: string | undefined): { readonly boundary?: Policy } {
    return arn === undefined ? {} : { boundary: this.#attached(arn) };
  }

  #attached(arn: string): Policy {
    const cause = liveCause(this.account, CALL, `attaches ${arn}`);
    const text = this.#managed.get(arn);
    return text === undefined
      ? { statements: [], open: `${arn} was not reported`, cause }
      : policyFromText(text, cause);
  }
}
