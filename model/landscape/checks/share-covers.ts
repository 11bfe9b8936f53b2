import { mayRead } from "../../contract/classification";
import { below } from "../keys";
import { type Problem, problemAt } from "../problem";
import type { Check } from "./check";
import { eachShare } from "./every-share";
import { listed, type OpenedTable } from "./shared-tables";

/**
 * A share opens what its purpose names, no more and no less: whoever adds a table, classifies a column anew or raises a
 * classification is sent to the owner of each share that this concerns.
 */
export const shareCovers: Check = (landscape) =>
  eachShare(landscape, ({ share: { value, keys }, opened }): readonly Problem[] => {
    const { covers, upTo } = value;
    if (opened === undefined) return [];
    const here = below(keys, "covers");
    const asItIs = `\`covers: ${written(opened)}\``;
    if (covers === undefined) {
      if (upTo !== "restricted" || value.layer === "raw" || opened.length === 0) return [];
      return [
        problemAt(
          landscape,
          here,
          covers,
          `write what a restricted share opens, after its owner has read it: ${asItIs}`,
        ),
      ];
    }
    const names = [...new Set(opened.map(({ table }) => table.name))];
    return [
      ...Object.entries(covers).flatMap(([name, columns]) => {
        const place = below(here, name);
        if (!names.includes(name)) {
          return [problemAt(landscape, place, columns, `remove \`${name}\`: the share does not open it`)];
        }
        const sensitive = sensitiveOf(opened, name);
        const more = sensitive.filter((column) => !columns?.includes(column));
        const less = (columns ?? []).filter((column) => column !== undefined && !sensitive.includes(column));
        return [
          ...(more.length === 0 ? [] : [problemAt(landscape, place, columns, tooMuch(more))]),
          ...(less.length === 0
            ? []
            : [problemAt(landscape, place, columns, tooLittle(less.filter((each) => each !== undefined)))]),
        ];
      }),
      ...names
        .filter((name) => !Object.hasOwn(covers, name))
        .map((name) =>
          problemAt(
            landscape,
            here,
            Object.keys(covers),
            `add \`${name}: ${JSON.stringify(sensitiveOf(opened, name))}\` after the owner has agreed, or list \`tables\`: the share opens more than its purpose names`,
          ),
        ),
    ];
  });

/** Columns above internal that a share opens in the tables of one name. */
function sensitiveOf(opened: readonly OpenedTable[], name: string): readonly string[] {
  const columns = opened
    .filter(({ table }) => table.name === name)
    .flatMap(({ table, columns: readable }) =>
      readable.filter((column) => !mayRead("internal", table.columns.get(column)?.classification ?? "restricted")),
    );
  return [...new Set(columns)];
}

function written(opened: readonly OpenedTable[]): string {
  const entries = [...new Set(opened.map(({ table }) => table.name))].map(
    (name) => `${name}: ${JSON.stringify(sensitiveOf(opened, name))}`,
  );
  return `{ ${entries.join(", ")} }`;
}

const tooMuch = (columns: readonly string[]): string =>
  `add ${listed(columns)} after the owner has agreed, or lower \`upTo\`: classified above internal, and the share opens it`;

const tooLittle = (columns: readonly string[]): string =>
  `remove ${listed(columns)}, or raise \`upTo\`: not a column above internal that the share opens`;
