import type { Draft } from "../draft";
import { below } from "../keys";
import { type Problem, problemAt } from "../problem";
import type { ConsumerAccount, Landscape } from "../types";
import { consumersOf, environmentsOf, teamsOf, type Visit } from "../walk";
import type { Check } from "./check";
import { entriesOf, repeated } from "./repeated";

/** Somebody may assume a team's role, and only principals of the team's own account. */
export const teamMembers: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(consumersOf)
    .flatMap((consumer) => problemsOf(landscape, consumer));

function problemsOf(landscape: Draft<Landscape>, consumer: Visit<ConsumerAccount>): readonly Problem[] {
  const { id } = consumer.value;
  return teamsOf(consumer).flatMap(({ value, keys }) => {
    const list = value.assumedBy;
    if (list === undefined || value.existingRole !== undefined) return [];
    const here = below(keys, "assumedBy");
    const example = `arn:aws:iam::${id ?? "444455556666"}:role/analyst`;
    if (list.length === 0) {
      return [problemAt(landscape, here, list, `write at least one principal, for example \`["${example}"]\``)];
    }
    const entries = entriesOf(here, list);
    return [
      repeated(entries).map((again) =>
        problemAt(landscape, again.keys, again.text, "remove it: the list has this principal already"),
      ),
      entries
        .filter(({ text }) => id !== undefined && text.split(":")[4] !== id)
        .map((foreign) =>
          problemAt(
            landscape,
            foreign.keys,
            foreign.text,
            `write a principal of account ${id}, for example \`${example}\``,
          ),
        ),
    ].flat();
  });
}
