import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf, producersOf } from "../walk";
import type { Check } from "./check";
import { entriesOf, repeated } from "./repeated";

/** An address hears of an account's alarms once: SNS has one subscription of a topic for each. */
export const alarmSubscribers: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap((environment) => {
      const { governance } = environment.value;
      return [
        { list: governance?.alarmSubscribers, keys: below(environment.keys, "governance") },
        ...producersOf(environment).map(({ value, keys }) => ({ list: value.alarmSubscribers, keys })),
      ];
    })
    .flatMap(({ list, keys }) => {
      const entries = entriesOf(below(keys, "alarmSubscribers"), list ?? []);
      const again = repeated(entries.map((entry) => ({ ...entry, text: entry.text.toLowerCase() })));
      return again.map(({ keys: here, text }) =>
        problemAt(landscape, here, text, "remove it: the list has this address already"),
      );
    });
