/** What an account hands on of another account's data: at most what it got with the right to hand it on. */
import { addTo } from "../group";
import type { Claim } from "./claims";

const ACCOUNT = /^(?:arn:aws:iam::)?(\d{12})(?::root)?$/;
const ORGANIZATION = /^arn:aws:organizations::\d{12}:(organization|ou)\//;

/** Account that a principal stands for as a whole. */
export const accountNamed = (principal: string): string | undefined => ACCOUNT.exec(principal)?.[1];

export const isOrganization = (principal: string): boolean => ORGANIZATION.test(principal);

export interface Delegation {
  /** What principals hold in the end. */
  readonly held: readonly Claim[];
  /** Grants of which nothing, or not everything, has a share behind it. */
  readonly exceeding: readonly {
    readonly claim: Claim;
    readonly missing: readonly string[];
    readonly shares: readonly Claim[];
  }[];
}

/**
 * Cuts what accounts grant on other accounts' data down to what the owners shared with them.
 * @param known whether anything is known of the catalog of an account; the shares of others are open
 */
export function delegated(claims: readonly Claim[], known: (catalog: string) => boolean): Delegation {
  const own = claims.filter(({ by, place }) => by === place.catalog);
  const shares = new Shares(own);
  const held = [...own];
  const exceeding: Delegation["exceeding"][number][] = [];
  for (const claim of claims) {
    const { by, place } = claim;
    if (by === place.catalog) continue;
    if (!known(place.catalog)) {
      held.push({ ...claim, open: [...claim.open, `no stack holds the catalog of ${place.catalog}`] });
      continue;
    }
    const all = shares.behind(claim);
    const parts = all
      .filter(({ grantable }) => grantable)
      .map((share) => both(share, claim))
      .filter(({ columns }) => columns === undefined || columns.size > 0);
    for (const part of parts) held.push(part);
    const reached = new Set(parts.flatMap(({ columns }) => [...(columns ?? [])]));
    const missing = [...(claim.columns ?? [])].filter((column) => !reached.has(column) && column !== "*");
    if (parts.length === 0 || missing.length > 0) exceeding.push({ claim, missing, shares: all });
  }
  return { held, exceeding };
}

/** What owners share with accounts, and with organizations, which may include any account. */
class Shares {
  readonly #byReceiver = new Map<string, Claim[]>();

  public constructor(own: readonly Claim[]) {
    for (const claim of own) {
      const receiver = isOrganization(claim.principal) ? ORGANIZATIONS : accountNamed(claim.principal);
      if (receiver !== undefined) addTo(this.#byReceiver, shareKey(receiver, claim), claim);
    }
  }

  /** The shares on which an account's grant may rest. */
  public behind(claim: Claim): readonly Claim[] {
    const open = (share: Claim): Claim => ({
      ...share,
      open: [...share.open, `whether ${claim.by} belongs to ${share.principal} is not in the JSON`],
    });
    return [
      ...(this.#byReceiver.get(shareKey(claim.by, claim)) ?? []),
      ...(this.#byReceiver.get(shareKey(ORGANIZATIONS, claim)) ?? []).map(open),
    ];
  }
}

const ORGANIZATIONS = "organizations";

const shareKey = (receiver: string, { permission, place }: Claim): string =>
  [receiver, permission, place.catalog, place.database, place.table ?? ""].join("\n");

/** What a share and a grant of it have in common. */
function both(share: Claim, claim: Claim): Claim {
  const columns =
    claim.columns === undefined || share.columns === undefined
      ? (claim.columns ?? share.columns)
      : common(share.columns, claim.columns);
  return {
    ...claim,
    ...(columns === undefined ? {} : { columns }),
    conditions: [...new Set([...share.conditions, ...claim.conditions])],
    open: [...share.open, ...claim.open],
    causes: [...share.causes, ...claim.causes],
  };
}

/** Columns of both sides; `*` on one side takes what the other names. */
function common(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  if (one.has("*")) return other;
  if (other.has("*")) return one;
  return new Set([...other].filter((column) => one.has(column)));
}
