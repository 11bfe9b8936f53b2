/** What the Glue and Lake Formation APIs return of tables and links, as what the audit judges. */
import type { Database } from "@aws-sdk/client-glue";
import type { GetResourceLFTagsCommandOutput, LFTagPair } from "@aws-sdk/client-lakeformation";
import type { Column, Link, Tags } from "../../audit/access/types";

/** A database that stands for another account's; nothing for one that does not. */
export function toLink({ Name, TargetDatabase }: Database, account: string): Link | undefined {
  if (Name === undefined || TargetDatabase?.CatalogId === undefined || TargetDatabase.DatabaseName === undefined) {
    return undefined;
  }
  return { account, name: Name, catalog: TargetDatabase.CatalogId, database: TargetDatabase.DatabaseName };
}

/** Columns with their tags: a table inherits from its database, a column from its table, and each may have its own. */
export function toColumns(names: readonly string[], assigned: GetResourceLFTagsCommandOutput): readonly Column[] {
  const inherited = { ...toTags(assigned.LFTagOnDatabase), ...toTags(assigned.LFTagsOnTable) };
  return names.map((name) => {
    const own = assigned.LFTagsOnColumns?.find((column) => column.Name === name);
    return { name, tags: { ...inherited, ...toTags(own?.LFTags) } };
  });
}

function toTags(pairs: readonly LFTagPair[] = []): Tags {
  return Object.fromEntries(pairs.map(({ TagKey, TagValues }) => [TagKey ?? "", TagValues?.[0] ?? ""]));
}
