import { type Finding, finding } from "../types";
import { isMalformed, type Malformed, type Waiver } from "./read";

/** What is wrong with waivers themselves; each of these fails an audit. */
export interface WaiverCheck {
  readonly waivers: readonly (Waiver | Malformed)[];
  readonly today: string;
  /** Whether a rule is the business of this check at all. */
  readonly judges: (rule: string) => boolean;
  /** Rules that somebody checks. */
  readonly known: (rule: string) => boolean;
  /** Whether a waiver in force kept a failure from being one. */
  readonly used: (waiver: Waiver, rule: string) => boolean;
}

/** Waivers that say too little, have expired, name no rule, or excuse nothing. */
export function waiverFindings({ waivers, today, judges, known, used }: WaiverCheck): readonly Finding[] {
  return waivers.flatMap((waiver): readonly Finding[] => {
    const { place } = waiver;
    const found = (rule: string, subject: string, sentence: string, remedy: string): Finding =>
      finding({
        rule,
        severity: "high",
        subject: `${place.stack} ${place.address}${subject}`,
        sentence,
        remedy,
        causes: [{ ...place, says: sentence }],
      });
    if (isMalformed(waiver)) {
      const missing = waiver.missing.join(", ");
      return [found("waiver-malformed", "", `A waiver lacks ${missing}.`, `write ${missing} into it`)];
    }
    const { rules, expires, owner } = waiver;
    if (expires < today) {
      const sentence = `The waiver of ${rules.join(", ")} expired on ${expires}.`;
      return [
        found(
          "waiver-expired",
          ` ${rules.join(" ")}`,
          sentence,
          `mend what it excuses, or let ${owner} decide anew with a later day`,
        ),
      ];
    }
    return rules
      .filter((rule) => judges(rule) && !(known(rule) && used(waiver, rule)))
      .map((rule) =>
        known(rule)
          ? found(
              "waiver-unused",
              ` ${rule}`,
              `The waiver of ${rule} excuses nothing.`,
              "remove the rule from it, or the waiver",
            )
          : found(
              "waiver-unknown-rule",
              ` ${rule}`,
              `The waiver names ${rule}, which is no control.`,
              "write an id of docs/controls.md",
            ),
      );
  });
}
