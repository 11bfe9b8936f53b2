import { engineFacts } from "../../contract/engine";
import { isDay } from "../day";
import { below } from "../keys";
import { problemAt } from "../problem";
import { clustersOf, environmentsOf, producersOf, sourcesOf } from "../walk";
import type { Check } from "./check";
import { entry, repeated } from "./repeated";

/** A setting below the default has a waiver, each waiver is there once, and its last day exists. */
export const waivers: Check = (landscape) => {
  const producers = environmentsOf(landscape).flatMap(producersOf);
  const unwaived = producers.flatMap(clustersOf).flatMap(({ value, keys }) => {
    if (value.instances !== 1 || value.waivers?.some((waiver) => waiver?.control === "database-multi-az")) return [];
    const remedy = "write 2 or more, so that a zone may fail, or add a waiver of `database-multi-az`";
    return [problemAt(landscape, below(keys, "instances"), value.instances, remedy)];
  });
  const malformed = producers.flatMap(sourcesOf).flatMap(({ value, keys }) => {
    const list = (value.waivers ?? []).map((waiver, index) => ({ waiver, here: below(keys, "waivers", index) }));
    const doubled = repeated(list.flatMap(({ waiver, here }) => entry(below(here, "control"), waiver?.control)));
    const dateless = list.filter(({ waiver }) => waiver?.expires !== undefined && !isDay(waiver.expires));
    const slotless =
      value.engine !== undefined && engineFacts(value.engine).family === "mysql"
        ? list.filter(({ waiver }) => waiver?.control === "readiness-slot-retention")
        : [];
    return [
      ...slotless.map(({ waiver, here }) =>
        problemAt(landscape, below(here, "control"), waiver?.control, "remove it: MySQL has no replication slots"),
      ),
      ...doubled.map((again) =>
        problemAt(landscape, again.keys, again.text, "remove it: the source has this waiver already"),
      ),
      ...dateless.map(({ waiver, here }) =>
        problemAt(
          landscape,
          below(here, "expires"),
          waiver?.expires,
          "write a day of the calendar, for example `2027-03-31`",
        ),
      ),
    ];
  });
  return [...unwaived, ...malformed];
};
