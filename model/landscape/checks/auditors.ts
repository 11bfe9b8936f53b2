import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf } from "../walk";
import type { Check } from "./check";
import { entriesOf, repeated } from "./repeated";

/** Somebody may assume the auditors' role, and only principals of the governance account. */
export const auditors: Check = (landscape) =>
  environmentsOf(landscape).flatMap(({ value: { governance }, keys }) => {
    const list = governance?.auditors?.assumedBy;
    if (list === undefined) return [];
    const here = below(keys, "governance", "auditors", "assumedBy");
    const id = governance?.id;
    const example = `arn:aws:iam::${id ?? "111122223333"}:role/auditor`;
    if (list.length === 0) {
      return [problemAt(landscape, here, list, `write at least one principal, for example \`["${example}"]\``)];
    }
    const entries = entriesOf(here, list);
    return [
      ...repeated(entries).map((again) =>
        problemAt(landscape, again.keys, again.text, "remove it: the list has this principal already"),
      ),
      ...entries
        .filter(({ text }) => id !== undefined && text.split(":")[4] !== id)
        .map((foreign) =>
          problemAt(
            landscape,
            foreign.keys,
            foreign.text,
            `write a principal of account ${id ?? ""}, for example \`${example}\``,
          ),
        ),
    ];
  });
