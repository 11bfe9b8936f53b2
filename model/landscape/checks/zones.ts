import { type Draft, present } from "../draft";
import { below, type Keys } from "../keys";
import { isNewNetwork } from "../kinds";
import { problemAt } from "../problem";
import type { ExistingSubnet } from "../types";
import { environmentsOf, producersOf } from "../walk";
import type { Check } from "./check";
import { type Entry, entriesOf, entry, repeated } from "./repeated";

/** Two or three different availability zones of the environment's Region. */
export const zones: Check = (landscape) =>
  environmentsOf(landscape).flatMap((environment) =>
    producersOf(environment).flatMap((producer) => {
      const { network } = producer.value;
      if (network === undefined) return [];
      const region = environment.value.region ?? "eu-central-1";
      const { keys, list, entries, what } = isNewNetwork(network)
        ? named(below(producer.keys, "network", "zones"), network.zones)
        : subnetsOf(below(producer.keys, "network", "subnets"), network.subnets);
      if (list === undefined) return [];
      const number = what(region);
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

/** Where zones are listed, what is listed there, and each zone by itself. */
interface Listed {
  readonly keys: Keys;
  readonly list: readonly unknown[] | undefined;
  readonly entries: readonly Entry[];
  /** What to write instead of another number of them. */
  readonly what: (region: string) => string;
}

const named = (keys: Keys, list: readonly (string | undefined)[] | undefined): Listed => ({
  keys,
  list,
  entries: entriesOf(keys, list ?? []),
  what: (region) => `write two or three zones, for example \`["${region}a", "${region}b"]\``,
});

const subnetsOf = (keys: Keys, list: readonly (Draft<ExistingSubnet> | undefined)[] | undefined): Listed => ({
  keys,
  list,
  entries: (list ?? []).flatMap((subnet, index) => entry(below(keys, index, "zone"), subnet?.zone)),
  what: () => "write two or three subnets, each in a zone of its own: `{ id, zone }`",
});

/** Local zones and wavelength zones have longer names; Aurora and DMS do not run there. */
const isZoneOf = (region: string, zone: string): boolean =>
  zone.startsWith(region) && /^[a-z]$/.test(zone.slice(region.length));
