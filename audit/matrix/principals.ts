import type { Facts, IdentityFact } from "../facts/types";
import { IAM_ALLOWED_PRINCIPALS } from "../lake-formation";
import { accountNamed, isOrganization } from "../lake-formation/delegate";
import { isUndecided, readable } from "../output/tokens";
import { describeCondition } from "../policy/conditions";
import type { AssumedBy, Principal, PrincipalKind } from "./types";

const IDENTITY = /^arn:[\w-]+:iam::([^:]+):(role|user)\/(?:.*\/)?([^/]+)$/;

/** Everybody whom cells and paths name, and every role that a stack makes. */
export function principalsOf(
  { identities }: Facts,
  named: Iterable<{ readonly principal: string }>,
): readonly Principal[] {
  const known = new Map(identities.map((identity) => [identity.arn, identity]));
  const ids = new Set([...identities.map(({ arn }) => arn), ...[...named].map(({ principal }) => principal)]);
  return [...ids].toSorted().map((id) => toPrincipal(id, known.get(id)));
}

function toPrincipal(id: string, identity: IdentityFact | undefined): Principal {
  if (identity !== undefined) {
    const { kind, name, account, declared } = identity;
    return { id, kind, name: readable(name), account, declared, assumedBy: assumedBy(identity) };
  }
  const [, owner, kind, name] = IDENTITY.exec(id) ?? [];
  const account = owner ?? accountNamed(id);
  return {
    id,
    kind: kindOf(id, kind),
    name: readable(name ?? account ?? id),
    ...(account === undefined ? {} : { account }),
    declared: false,
    assumedBy: [],
  };
}

function kindOf(id: string, kind: string | undefined): PrincipalKind {
  if (isUndecided(id)) return "unknown";
  if (kind === "role" || kind === "user") return kind;
  if (id === IAM_ALLOWED_PRINCIPALS) return "iam-allowed-principals";
  if (id === "*") return "everyone";
  if (accountNamed(id) !== undefined) return "account";
  if (isOrganization(id) || id.startsWith("o-")) return "organization";
  return id.endsWith(".amazonaws.com") ? "service" : "federated";
}

/** Who may become a role, as its trust policy says. Denials are few there and narrow: they are shown as conditions. */
function assumedBy({ trust }: IdentityFact): readonly AssumedBy[] {
  if (trust === undefined) return [];
  if (trust.open !== undefined) return [{ principal: "?", conditions: [trust.open], causes: [trust.cause] }];
  return trust.statements.flatMap(({ effect, principals, conditions, cause }) =>
    effect === "Deny"
      ? []
      : (principals?.list ?? []).map(({ value }) => ({
          principal: principals?.not === true ? `everybody but ${value}` : value,
          conditions: conditions.map(describeCondition),
          causes: [cause],
        })),
  );
}
