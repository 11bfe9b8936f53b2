/** Defaults that a source may go below, with a waiver and in no other way. */
export const WAIVABLE = ["database-multi-az", "replication-multi-az"] as const;

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

/** An exception that every resource of its kind has, because the provider or AWS leaves no other way. */
export interface StandingWaiver {
  readonly control: string;
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
}

/** The waiver of a control, if there is one. */
export const waiverOf = (
  { waivers }: { readonly waivers?: readonly Waiver[] },
  control: WaivableControl,
): readonly Waiver[] => (waivers ?? []).filter((waiver) => waiver.control === control);
