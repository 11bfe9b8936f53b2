import { type Block, isBlock, list, omit, text } from "./json";
import type { Synthesized } from "./output";

const TYPE = "aws_lakeformation_permissions";

/** Grants of a stack in the order in which Terraform makes them; fails when they do not form one chain. */
export function grantsInOrder({ resources }: Synthesized, id: string): readonly Block[] {
  const all = Object.entries(resources(id, TYPE));
  const addresses = new Set(all.map(([name]) => `${TYPE}.${name}`));
  const after = (grant: Block): readonly string[] =>
    list(grant["depends_on"] ?? [])
      .map(text)
      .filter((address) => addresses.has(address));
  const next = new Map<string, readonly [string, Block]>();
  for (const [name, grant] of all) {
    const earlier = after(grant);
    if (earlier.length > 1) throw new Error(`${name} waits for ${earlier.length} grants`);
    const key = earlier[0] ?? "nothing";
    if (next.has(key)) throw new Error(`two grants wait for ${key}: ${next.get(key)?.[0]} and ${name}`);
    next.set(key, [name, grant]);
  }
  const ordered: Block[] = [];
  for (let entry = next.get("nothing"); entry !== undefined; entry = next.get(`${TYPE}.${entry[0]}`)) {
    ordered.push(entry[1]);
  }
  if (ordered.length !== all.length) throw new Error(`${all.length - ordered.length} grants of ${id} are in a circle`);
  return ordered;
}

/** A grant without its place in the chain. */
export const withoutOrder = (grant: Block): Block => omit(grant, "depends_on");

/** Every list of permissions in a grant. */
export const permissionsOf = (grant: Block): readonly string[] =>
  ["permissions", "permissions_with_grant_option"].flatMap((key) =>
    Array.isArray(grant[key]) ? list(grant[key]).map(text) : [],
  );

/** Readable columns by `database.table`, from the grants of a consumer stack; `*` stands for all of them. */
export function selectable(grants: readonly Block[], principal: string): Readonly<Record<string, unknown>> {
  const selects = grants.filter((grant) => grant["principal"] === principal && permissionsOf(grant).includes("SELECT"));
  return Object.fromEntries(
    selects.map(({ table_with_columns: table }) => {
      if (!isBlock(table)) throw new Error("SELECT on something else than columns of a table");
      const columns = table["wildcard"] === true ? "*" : list(table["column_names"]).join(" ");
      return [`${text(table["database_name"])}.${text(table["name"])}`, columns];
    }),
  );
}
