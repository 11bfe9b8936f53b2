import { accountOf, blocks, resolved, resources, texts } from "./json";
import type { Block, Stack, Table, Tags } from "./types";

/** Tags that a stack assigns to something that `of` accepts. */
function assigned(stack: Stack, of: (assignment: Block) => boolean): Tags {
  return Object.fromEntries(
    resources(stack, "aws_lakeformation_resource_lf_tags")
      .filter(([, assignment]) => of(assignment))
      .flatMap(([, { lf_tag: tags }]) => blocks(tags).map(({ key, value }) => [String(key), String(value)] as const)),
  );
}

/** Every table that a stack declares, its columns with the tags that count for them. */
export function readTables(stacks: readonly Stack[]): readonly Table[] {
  return stacks.flatMap((stack) =>
    resources(stack, "aws_glue_catalog_table").map(([, body]) => {
      const database = resolved(stack, body["database_name"]);
      const name = String(body["name"]);
      const isThis = (value: unknown): boolean =>
        blocks(value).some(
          (each) => resolved(stack, each["database_name"]) === database && resolved(stack, each["name"]) === name,
        );
      const ofDatabase = assigned(stack, ({ database: value }) =>
        blocks(value).some((each) => resolved(stack, each["name"]) === database),
      );
      const ofTable = assigned(stack, ({ table }) => isThis(table));
      const columns = [
        ...blocks(body["storage_descriptor"]).flatMap((descriptor) => blocks(descriptor["columns"])),
        ...blocks(body["partition_keys"]),
      ].map((column) => String(column["name"]));
      return {
        catalog: accountOf(stack),
        database,
        name,
        columns: columns.map((column) => {
          const own = assigned(
            stack,
            ({ table_with_columns: value }) =>
              isThis(value) && blocks(value).some((each) => texts(each["column_names"]).includes(column)),
          );
          return { name: column, tags: { ...ofDatabase, ...ofTable, ...own } };
        }),
      };
    }),
  );
}
