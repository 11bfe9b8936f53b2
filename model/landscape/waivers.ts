import type { ReadinessControlId } from "../contract/readiness-controls";

/** Defaults that a source may go below, and what readiness may find of its server, with a waiver and in no other way. */
export const WAIVABLE = ["database-multi-az", "readiness-slot-retention", "replication-multi-az"] as const;

export type WaivableControl = (typeof WAIVABLE)[number];

/** An accepted exception. It is written into the JSON of the resource that it weakens, where auditors find it. */
export interface Waiver {
  readonly control: WaivableControl;
  /** Why the weaker setting is acceptable. */
  readonly reason: string;
  /** Who answers for it: an e-mail address. */
  readonly owner: string;
  /** Last day on which it holds, `yyyy-MM-dd`. */
  readonly expires: string;
}

/**
 * An accepted loss: what readiness finds of a table at its source, where nothing can be done about it. It is written into the
 * JSON of the source's replication. What it lets be lost, reconciliation then finds.
 */
export interface TableWaiver {
  readonly control: ReadinessControlId;
  /** Why nothing can be done at the source. */
  readonly reason: string;
  /** Who answers for it: an e-mail address. */
  readonly owner: string;
  /** Last day on which it holds, `yyyy-MM-dd`. */
  readonly expires: string;
}

/** An exception that every resource of its kind has, because the provider or AWS leaves no other way. */
export interface StandingWaiver {
  /** Controls that it excuses: ids of docs/controls.md and of checkov. */
  readonly rules: readonly string[];
  readonly reason: string;
  readonly owner: string;
  /** Last day on which it holds, `yyyy-MM-dd`. */
  readonly expires: string;
  /** Types of the resources that it is for, where it stands in the comment of their stack. */
  readonly types?: readonly string[];
  /** Table at the source that it is for, `schema.name`, where it accepts what readiness finds. */
  readonly table?: string;
}

/** The same form for both, as the JSON carries it. */
export const written = (waiver: StandingWaiver | Waiver): StandingWaiver =>
  "rules" in waiver
    ? waiver
    : { rules: [waiver.control], reason: waiver.reason, owner: waiver.owner, expires: waiver.expires };

/** The waiver of a control, if there is one. */
export const waiverOf = (
  { waivers }: { readonly waivers?: readonly Waiver[] },
  control: WaivableControl,
): readonly Waiver[] => (waivers ?? []).filter((waiver) => waiver.control === control);

/** What waivers of a source and of its tables accept of the answers to readiness, as the JSON of its replication carries it. */
export const acceptedLosses = (source: {
  readonly waivers?: readonly Waiver[];
  readonly tables: readonly {
    readonly schema: string;
    readonly name: string;
    readonly nameAtSource?: string;
    readonly waivers?: readonly TableWaiver[];
  }[];
}): readonly StandingWaiver[] => [
  ...waiverOf(source, "readiness-slot-retention").map(written),
  ...source.tables.flatMap(({ schema, name, nameAtSource = name, waivers = [] }) =>
    waivers.map(({ control, reason, owner, expires }) => ({
      rules: [control],
      table: `${schema}.${nameAtSource}`,
      reason,
      owner,
      expires,
    })),
  ),
];

/** Control that a destroyable stack goes below; the resources that it weakens name it. */
export const DESTROYABLE = "destroy-protection";

/** What it also goes below where AWS itself refuses to delete. */
export const DESTROYABLE_CLUSTER = [DESTROYABLE, "deletion-protection", "CKV_AWS_139"] as const;

/**
 * Leave to destroy what a stack holds, the first of two keys: Terraform's `prevent_destroy` and AWS's deletion protection
 * go as soon as the stack is applied. Buckets must still be empty, and keys and secrets keep their waiting time.
 */
export interface Destroyable {
  /** Id of the stack. */
  readonly stack: string;
  /** Why its data may go. */
  readonly reason: string;
  /** Who answers for it: an e-mail address. */
  readonly owner: string;
  /** Last day on which the leave holds, `yyyy-MM-dd`. */
  readonly expires: string;
}
