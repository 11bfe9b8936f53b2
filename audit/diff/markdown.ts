import { findingsTable } from "../controls-report/markdown";
import { lockText } from "../lock/text";
import type { AccessChange } from "./access";
import type { Diff } from "./index";
import type { ResourceChange } from "./resources";

/** One change of access as a sentence: `finance (5555) can now SELECT loans.loan: amount (all rows)`. */
export function sentence({ kind, principal, permission, object, columns, rows, open }: AccessChange): string {
  const can =
    kind === "gained" ? (open ? "can perhaps now" : "can now") : open ? "can perhaps no longer" : "can no longer";
  const of = columns.length === 0 ? "" : `: ${columns.join(", ")}`;
  return `${principal} ${can} ${permission} ${object}${of} (${rows})`;
}

const ORDER: readonly ResourceChange["kind"][] = [
  "destroyed",
  "replaced",
  "may be replaced",
  "moved",
  "created",
  "changed",
];

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}`, "", ...lines, ""];

/** For a comment on a pull request. */
export function diffAsMarkdown(diff: Diff): string {
  const { access, resources, failing, mended, addresses, severity } = diff;
  const bullets = (kind: AccessChange["kind"]): readonly string[] =>
    access.filter((change) => change.kind === kind).map((change) => `- ${sentence(change)}`);
  return [
    severity === undefined ? "Nothing changes." : `Worst change: **${severity}**.`,
    "",
    ...section("People and roles that can do more", bullets("gained")),
    ...section("People and roles that can do less", bullets("lost")),
    ...section("Controls that fail now", findingsTable(failing)),
    ...section(
      "Mended",
      mended.map(({ id }) => `- ${id}`),
    ),
    ...section(
      "Addresses of what holds data",
      lockText({ ...addresses, added: [] }).map((line) => `    ${line}`),
    ),
    ...section(
      "Resources",
      ORDER.flatMap((kind) =>
        resources
          .filter((change) => change.kind === kind)
          .map(({ stack, address, detail }) => {
            const what = detail.length === 0 ? "" : ` (${detail.join(", ")})`;
            return `- ${kind}: \`${stack}\` \`${address}\`${what}`;
          }),
      ),
    ),
  ].join("\n");
}
