import * as v from "valibot";
import { DESTROYABLE } from "../../../model/landscape/waivers";
import { asBlock, bodiesOf, type StackJson } from "../../stack-json";

/** What a stack holds that must not be destroyed by one mistake. */
export interface Holdings {
  /** Addresses of resources that Terraform or AWS refuse to destroy. */
  readonly locked: readonly string[];
  /** Addresses whose protection the landscape has lifted: the first key. */
  readonly unlocked: readonly string[];
}

const Waivers = v.array(v.looseObject({ rules: v.array(v.string()) }));

/** Reads from a stack's JSON what it holds, and whether the first key is turned. */
export function holdingsOf(json: StackJson): Holdings {
  const resources = bodiesOf(json).map(({ type, name, body }) => ({ address: `${type}.${name}`, body }));
  return {
    locked: resources.filter(({ body }) => isLocked(body)).map(({ address }) => address),
    unlocked: resources.filter(({ body }) => isUnlocked(body)).map(({ address }) => address),
  };
}

const isLocked = (body: Readonly<Record<string, unknown>>): boolean =>
  asBlock(body["lifecycle"])["prevent_destroy"] === true || body["deletion_protection"] === true;

function isUnlocked(body: Readonly<Record<string, unknown>>): boolean {
  const waivers = v.safeParse(Waivers, asBlock(body["//"])["waivers"]);
  return waivers.success && waivers.output.some(({ rules }) => rules.includes(DESTROYABLE));
}

/** Whether somebody would miss what the stack holds. */
export const isStateful = ({ locked, unlocked }: Holdings): boolean => locked.length + unlocked.length > 0;
