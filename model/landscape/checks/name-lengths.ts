import { type ComputedName, computedNames, type NamePart } from "../../computed-names";
import { LIMITS } from "../../limits";
import { problemAt } from "../problem";
import { environmentsOf } from "../walk";
import type { Check } from "./check";

/** No computed name is longer than what it names allows. Asks for the longest part of the name to be shortened, once. */
export const nameLengths: Check = (landscape) =>
  environmentsOf(landscape).flatMap((environment) => {
    const worst = new Map<string, Excess>();
    for (const excess of computedNames(environment).flatMap(excessOf)) {
      const place = JSON.stringify(excess.part.keys);
      if (excess.characters > (worst.get(place)?.characters ?? 0)) worst.set(place, excess);
    }
    return [...worst.values()].map(({ part, computed, characters }) => {
      const { what, longest, source } = LIMITS[computed.kind];
      const reason = `${what} \`${computed.name}\` has ${computed.name.length} of at most ${longest} (${source})`;
      const remedy = `shorten it by ${characters} character${characters === 1 ? "" : "s"}: ${reason}`;
      return problemAt(landscape, part.keys, part.value, remedy);
    });
  });

interface Excess {
  readonly computed: ComputedName;
  readonly part: NamePart;
  readonly characters: number;
}

function excessOf(computed: ComputedName): readonly Excess[] {
  const characters = computed.name.length - LIMITS[computed.kind].longest;
  const part = computed.parts.toSorted((left, right) => right.value.length - left.value.length)[0];
  return characters > 0 && part !== undefined ? [{ computed, part, characters }] : [];
}
