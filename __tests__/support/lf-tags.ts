/** What Lake Formation makes of the tags in a catalog stack, read from JSON: own tag, else the table's, else the database's. */
import { at, type Block, block, first, isBlock, list, text } from "./json";

const assignments = (catalog: Block): readonly Block[] =>
  Object.values(block(at(catalog, "resource", "aws_lakeformation_resource_lf_tags"))).map(block);

/** Names of what a reference such as `${aws_glue_catalog_database.x.name}` points to. */
function resolved(catalog: Block, reference: unknown): string {
  const parts = /^\$\{(\w+)\.([^.]+)\.name\}$/.exec(text(reference));
  const [, type = "", name = ""] = parts ?? [];
  return parts === null ? text(reference) : text(at(catalog, "resource", type, name, "name"));
}

function valueOf(catalog: Block, key: string, of: (assignment: Block) => boolean): readonly string[] {
  return assignments(catalog)
    .filter(of)
    .flatMap(({ lf_tag: tags }) => list(tags).map(block))
    .filter((tag) => tag["key"] === key)
    .map((tag) => text(tag["value"]));
}

/** Classification that Lake Formation sees on a column of a current-state table. */
export function effectiveClassification(catalog: Block, database: string, table: string, column: string): string {
  const isTable = (value: unknown): value is Block =>
    isBlock(value) &&
    resolved(catalog, value["database_name"]) === database &&
    resolved(catalog, value["name"]) === table;
  const own = valueOf(
    catalog,
    "classification",
    ({ table_with_columns: columns }) => isTable(columns) && list(columns["column_names"]).includes(column),
  );
  const ofTable = valueOf(catalog, "classification", ({ table: each }) => isTable(each));
  const ofDatabase = valueOf(
    catalog,
    "classification",
    ({ database: each }) => isBlock(each) && resolved(catalog, each["name"]) === database,
  );
  if (own.length > 1 || ofTable.length > 1 || ofDatabase.length > 1)
    throw new Error(`${table}.${column} is tagged twice`);
  return first([...own, ...ofTable, ...ofDatabase]);
}
