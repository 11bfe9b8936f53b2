import type { Origin } from "./renaming";
import { renameSchema, renameTable } from "./renaming";
import type { Task } from "./tasks";
import type { Break, CatalogTable, LakePath, Step } from "./types";

/** Folder that a task writes a table's files to, with the steps that name it. */
export interface Landing {
  readonly path?: LakePath;
  readonly steps: readonly Step[];
}

/** `<folder>/<schema>/<table>/` under the names that the rules give. https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html */
export function landingOf({ rules, target }: Task, origin: Origin): Landing {
  const schema = renameSchema(rules, origin);
  const table = renameTable(rules, origin);
  const steps = [...schema.steps, ...table.steps];
  if (target === undefined) return { steps };
  const { bucket, at } = target;
  const prefix = [target.folder, schema.name, table.name].filter((part) => part !== "").join("/");
  return { steps, path: { bucket, prefix, url: `s3://${bucket}/${prefix}/`, at } };
}

/** What keeps a change table from reading the files of its folder. */
export function readingBreaks({ target }: Task, path: LakePath, table: CatalogTable): readonly Break[] {
  const at = table.at;
  const breaks: Break[] = [];
  const { template } = table;
  if (template !== undefined && !template.startsWith(path.url)) {
    breaks.push({ why: `the table looks for partitions in ${template}, but the files are in ${path.url}`, at });
  }
  if (target?.dateFolder === undefined) return breaks;
  const partitions = table.columns.filter(({ isPartition }) => isPartition);
  const folders = template?.slice(path.url.length).replaceAll(/\/$/g, "");
  for (const { name } of partitions) {
    const format = table.dateFormats[name];
    if (format === undefined || folders !== `\${${name}}` || format === target.dateFolder) continue;
    breaks.push({ why: `the folders are named ${target.dateFolder}, but the table projects ${name} as ${format}`, at });
  }
  return breaks;
}
