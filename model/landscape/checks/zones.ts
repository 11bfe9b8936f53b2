import { present } from "../draft";
import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf, producersOf } from "../walk";
import type { Check } from "./check";
import { entriesOf, repeated } from "./repeated";

/** Two or three different availability zones of the environment's Region. */
export const zones: Check = (landscape) =>
  environmentsOf(landscape).flatMap((environment) =>
    producersOf(environment).flatMap((producer) => {
      const list = producer.value.network?.zones;
      if (list === undefined) return [];
      const keys = below(producer.keys, "network", "zones");
      const region = environment.value.region ?? "eu-central-1";
      const number = `write two or three zones, for example \`["${region}a", "${region}b"]\``;
      const entries = entriesOf(keys, list);
      return [
        list.length < 2 || list.length > 3 ? [problemAt(landscape, keys, present(list), number)] : [],
        repeated(entries).map((again) =>
          problemAt(landscape, again.keys, again.text, "write another zone: the list has this one already"),
        ),
        (environment.value.region === undefined ? [] : entries)
          .filter(({ text }) => !isZoneOf(region, text))
          .map((foreign) =>
            problemAt(landscape, foreign.keys, foreign.text, `write a zone of ${region}, for example \`${region}a\``),
          ),
      ].flat();
    }),
  );

/** Local zones and wavelength zones have longer names; Aurora and DMS do not run there. */
const isZoneOf = (region: string, zone: string): boolean =>
  zone.startsWith(region) && /^[a-z]$/.test(zone.slice(region.length));
