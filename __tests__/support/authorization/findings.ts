import { type Block, block, isBlock, list, text } from "../json";
import { overlap } from "./globs";
import { type Action, keyOf, meant, type Reference, type ResourceType } from "./reference";

/** A policy of an identity or a resource. */
export interface Policy {
  /** For messages. */
  readonly place: string;
  readonly statements: readonly Block[];
}

const texts = (value: unknown): readonly string[] => (value === undefined ? [] : list([value].flat()).map(text));
const named = (place: string, statement: Block, problem: string): string =>
  `${place}, statement ${String(statement["Sid"])}: ${problem}`;

/** Services that the statements of policies name, in small letters. */
export const servicesIn = (policies: readonly Policy[]): ReadonlySet<string> =>
  new Set(
    policies
      .flatMap(({ statements }) => statements.flatMap(actionsOf))
      .flatMap((action) => (action === "*" ? [] : (action.split(":")[0] ?? action).toLowerCase())),
  );

const actionsOf = (statement: Block): readonly string[] =>
  [...texts(statement["Action"]), ...texts(statement["NotAction"])].filter((action) => action !== "*");

/** Names of actions that AWS does not have. */
export const unknownActions = (reference: Reference, { place, statements }: Policy): readonly string[] =>
  statements.flatMap((statement) =>
    actionsOf(statement)
      .filter((action) => meant(reference, action).length === 0)
      .map((action) => named(place, statement, `AWS has no action ${action}`)),
  );

/**
 * Keys that AWS sends with every request, or with those of some callers; what depends on the action is not among them. An identity
 * provider's own keys begin with its host.
 */
const GLOBAL = /^(?:aws:(?!(?:request|resource)tag$|tagkeys$)|[a-z0-9-]+\.)/;

/** Conditions that no request of an action can meet, since it never brings the key. */
export const keysNeverSent = (reference: Reference, { place, statements }: Policy): readonly string[] =>
  statements
    .filter((statement) => statement["Effect"] === "Allow")
    .flatMap((statement) => {
      const keys = wantedKeys(statement["Condition"]).filter((key) => !GLOBAL.test(key));
      return keys.flatMap((key) => {
        const without = texts(statement["Action"]).filter((action) =>
          meant(reference, action).every(({ conditionKeys }) => !conditionKeys.has(key)),
        );
        return without.length === 0 ? [] : [named(place, statement, `${key} is never sent for ${without.join(", ")}`)];
      });
    });

/** Keys that must be there for a condition to hold. */
const wantedKeys = (condition: unknown): readonly string[] =>
  isBlock(condition)
    ? Object.entries(condition)
        .filter(([operator]) => !/ifexists$|^null$|not/i.test(operator))
        .flatMap(([, keys]) => Object.keys(block(keys)).map(keyOf))
    : [];

/**
 * Actions that an identity's policies allow on some of the things that AWS asks about, and not on all: every request would be refused.
 * Several policies of one identity count together, as they do on AWS.
 */
export function resourcesNotCovered(reference: Reference, policies: readonly Policy[]): readonly string[] {
  const allowed = new Map<Action, { readonly places: Set<string>; readonly resources: Set<string> }>();
  for (const { place, statements } of policies) {
    for (const statement of statements.filter((each) => each["Effect"] === "Allow")) {
      for (const action of texts(statement["Action"]).flatMap((pattern) => meant(reference, pattern))) {
        const entry = allowed.get(action) ?? { places: new Set(), resources: new Set() };
        allowed.set(action, entry);
        entry.places.add(`${place} ${String(statement["Sid"])}`);
        texts(statement["Resource"]).forEach((resource) => entry.resources.add(resource));
      }
    }
  }
  return [...allowed].flatMap(([action, { places, resources }]) => {
    const missing = notCovered(action, [...resources]);
    return missing === undefined ? [] : [`${[...places].toSorted().join(", ")}: ${action.name} ${missing}`];
  });
}

/** Actions of which the reference says that each kind is required, though a request is about one of them. */
const EITHER =
  /^(?:states:(?:DescribeExecution|ListExecutions)|athena:(?:ListTagsForResource|TagResource|UntagResource))$/;

function notCovered({ name: action, resourceTypes }: Action, resources: readonly string[]): string | undefined {
  if (resources.includes("*")) return undefined;
  if (resourceTypes.length === 0) return `knows no resources: write "*" instead of ${resources.join(", ")}`;
  const covered = (type: ResourceType): boolean => resources.some((resource) => overlap(resource, type.arn));
  const missing = resourceTypes.filter((type) => type.required && !covered(type)).map(({ name }) => name);
  if (missing.length > 0 && !EITHER.test(action)) return `needs ${missing.join(", ")} besides ${resources.join(", ")}`;
  return resourceTypes.some(covered) ? undefined : `is about none of ${resources.join(", ")}`;
}
