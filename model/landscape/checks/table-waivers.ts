import { engineFacts } from "../../contract/engine";
import { readinessControlsOf } from "../../contract/readiness-controls";
import { isDay } from "../day";
import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf, producersOf, sourcesOf, tablesOf } from "../walk";
import type { Check } from "./check";
import { entry, repeated } from "./repeated";

/** A waiver of a table is of something that its engine is asked, is there once, and its last day exists. */
export const tableWaivers: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap((source) => {
      const { engine } = source.value;
      return tablesOf(source).flatMap(({ value, keys }) => {
        const list = (value.waivers ?? []).map((waiver, index) => ({ waiver, here: below(keys, "waivers", index) }));
        const doubled = repeated(list.flatMap(({ waiver, here }) => entry(below(here, "control"), waiver?.control)));
        return [
          ...doubled.map((again) =>
            problemAt(landscape, again.keys, again.text, "remove it: the table has this waiver already"),
          ),
          ...list.flatMap(({ waiver, here }) => {
            const asked = engine === undefined ? undefined : readinessControlsOf(engineFacts(engine).family);
            const { control, expires } = waiver ?? {};
            const strange = control !== undefined && asked !== undefined && !asked.includes(control);
            const never = expires !== undefined && !isDay(expires);
            const one = `write one of ${asked?.map((id) => `\`${id}\``).join(", ")}, or remove it: nothing asks ${engine} for this`;
            return [
              ...(strange ? [problemAt(landscape, below(here, "control"), control, one)] : []),
              ...(never
                ? [
                    problemAt(
                      landscape,
                      below(here, "expires"),
                      expires,
                      "write a day of the calendar, for example `2027-03-31`",
                    ),
                  ]
                : []),
            ];
          }),
        ];
      });
    });
