import type { Place } from "../check/control";
import { isMalformed, type Malformed, type Waiver } from "./read";

/** Checks of checkov are its own business: `npm run test:checkov` tells whether they are used. */
export const isCheckov = (rule: string): boolean => /^CKV\d*_/.test(rule);

/** What is accepted of a table at its source: readiness judges it, at the database. */
export const isReadiness = (rule: string): boolean => rule.startsWith("readiness-");

/** Whether a waiver is for a rule at a place. */
export const covers = ({ rules, types, place }: Waiver, rule: string, { stack, address }: Place): boolean =>
  rules.includes(rule) &&
  place.stack === stack &&
  (types === undefined ? place.address === address : types.includes(address.slice(0, address.indexOf("."))));

/** Waivers that hold on a day. */
export const inForce = (waivers: readonly (Waiver | Malformed)[], today: string): readonly Waiver[] =>
  waivers.filter((waiver): waiver is Waiver => !isMalformed(waiver) && waiver.expires >= today);

/** Waivers in force that accept what readiness finds. */
export const acceptedOf = (waivers: readonly (Waiver | Malformed)[], today: string): readonly Waiver[] =>
  inForce(waivers, today).filter(({ rules }) => rules.some(isReadiness));
