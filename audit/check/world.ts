import { resolverOf } from "../output/resolve";
import { hasToken, isUndecided } from "../output/tokens";
import type { Output, Resolver, Resource, Stack } from "../output/types";

/** Everything that the controls look at. */
export interface World {
  readonly stacks: readonly Stack[];
  /** Resources of some types, in the order of types and stacks. Data sources are called `data.<type>`. */
  readonly of: (...types: readonly string[]) => readonly Resource[];
  /** Accounts that the stacks change, as far as they say. */
  readonly accounts: ReadonlySet<string>;
  readonly resolver: Resolver;
  /** The resource or data source that a text refers to, and to nothing else. */
  readonly target: (from: Resource, value: unknown) => Resource | undefined;
  /**
   * Resources that configure another one, which they name by reference or, in the same account, by its name.
   * @param attribute - where they name it
   * @param nameAttribute - where the configured one has its name
   */
  readonly configuring: (
    resource: Resource,
    type: string,
    attribute: string,
    nameAttribute: string,
  ) => readonly Resource[];
}

function grouped<T>(values: readonly T[], keys: (value: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    for (const key of keys(value)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  }
  return groups;
}

const byReference = ({ stack, address }: Resource): string => `stack ${stack} ${address}`;

/** Reads an output once, for all controls. */
export function worldOf(output: Output): World {
  const resolver = resolverOf(output);
  const target = (from: Resource, value: unknown): Resource | undefined => resolver.target(from, value)?.resource;

  /** By a name that is known before deployment; without a known account it counts in the stack alone. */
  const byName = (resource: Resource, value: unknown): readonly string[] => {
    const name = value === undefined ? "" : resolver.text(resource, value);
    if (name === "" || hasToken(name)) return [];
    return [isUndecided(resource.account) ? `in ${resource.stack} ${name}` : `account ${resource.account} ${name}`];
  };

  const indexes = new Map<string, ReadonlyMap<string, readonly Resource[]>>();
  /** Resources of a type by what an attribute of theirs names; made once, since every bucket asks. */
  const index = (type: string, attribute: string): ReadonlyMap<string, readonly Resource[]> => {
    const key = `${type}.${attribute}`;
    const made =
      indexes.get(key) ??
      grouped(output.byType.get(type) ?? [], (other) => {
        const referred = target(other, other.body[attribute]);
        return [...(referred === undefined ? [] : [byReference(referred)]), ...byName(other, other.body[attribute])];
      });
    indexes.set(key, made);
    return made;
  };

  return {
    stacks: output.stacks,
    of: (...types) => types.flatMap((type) => output.byType.get(type) ?? []),
    accounts: new Set(output.stacks.map(({ account }) => account).filter((account) => !isUndecided(account))),
    resolver,
    target,
    configuring: (resource, type, attribute, nameAttribute) => {
      const found = index(type, attribute);
      const keys = [byReference(resource), ...byName(resource, resource.body[nameAttribute])];
      return [...new Set(keys.flatMap((key) => found.get(key) ?? []))];
    },
  };
}
