import type { Block } from "../../stack-json";
import { asBlock } from "../../stack-json";
import { GENERATED_IDS, IMPORT_IDS } from "./import-ids";

/** A resource that a plan would create. */
export interface Creation {
  readonly address: string;
  readonly type: string;
  readonly planned: Block;
}

/** Something in the account that carries the stack's tag. */
export interface Tagged {
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** What to import, and as what. */
export interface Adoption {
  readonly address: string;
  readonly id: string;
}

/** What may exist already under the name that the plan gives it. */
export const byName = (creations: readonly Creation[]): readonly Adoption[] =>
  creations.flatMap(({ address, type, planned }) => {
    const id = IMPORT_IDS[type]?.(planned);
    return id === undefined ? [] : [{ address, id }];
  });

/**
 * What exists under an id that AWS gave it and stands in no state: creations and findings of one type with the same tags,
 * when there is one of each. More would be a guess.
 * @param known ids and ARNs of the state
 */
export function byTags(
  creations: readonly Creation[],
  found: readonly Tagged[],
  known: ReadonlySet<string>,
): readonly Adoption[] {
  return creations.flatMap((creation) => {
    const ids = strayIds(creation, found, known);
    const rivals = creations.filter((other) => other.type === creation.type && sameTags(other, creation));
    const [id] = ids;
    return id !== undefined && ids.length === 1 && rivals.length === 1 ? [{ address: creation.address, id }] : [];
  });
}

function strayIds(
  { type, planned }: Creation,
  found: readonly Tagged[],
  known: ReadonlySet<string>,
): readonly string[] {
  const pattern = GENERATED_IDS[type];
  if (pattern === undefined) return [];
  const wanted = asBlock(planned["tags_all"]);
  return found.flatMap(({ arn, tags }) => {
    const id = pattern.exec(arn)?.[0];
    if (id === undefined || known.has(id) || known.has(arn)) return [];
    return Object.entries(wanted).every(([key, value]) => tags[key] === value) ? [id] : [];
  });
}

const sameTags = (one: Creation, other: Creation): boolean =>
  JSON.stringify(one.planned["tags_all"]) === JSON.stringify(other.planned["tags_all"]);
