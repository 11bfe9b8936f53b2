import type { Chance } from "../chance";
import type { BankChange } from "../source-systems";
import type { Keys } from "./keys";

/** What is committed of one table together. */
type Step = (keys: Keys, chance: Chance) => readonly BankChange[];

/** A row: a new one, else one that comes back, else one that is there. */
function some(keys: Keys, chance: Chance): readonly [number | undefined, readonly BankChange[]] {
  const made = keys.insert();
  if (made !== undefined) return [made.key, [made.change]];
  const back = keys.comeBack();
  return [keys.any(chance), back === undefined ? [] : [back]];
}

const withAny =
  (step: (key: number, keys: Keys) => readonly BankChange[]): Step =>
  (keys, chance) => {
    const key = keys.any(chance);
    if (key !== undefined) return step(key, keys);
    const [, changes] = some(keys, chance);
    return changes;
  };

const back = (keys: Keys): readonly BankChange[] => {
  const change = keys.comeBack();
  return change === undefined ? [] : [change];
};

const added: Step = (keys, chance) => some(keys, chance)[1];
const changed = withAny((key, keys) => keys.update(key));
const emptied = withAny((key, keys) => keys.clear(key));
const removed = withAny((key, keys) => [keys.remove(key)]);
const returned: Step = (keys, chance) => {
  const changes = back(keys);
  return changes.length > 0 ? changes : added(keys, chance);
};
const manyOfOne = withAny((key, keys) => [
  ...keys.update(key),
  ...keys.clear(key),
  ...keys.update(key),
  keys.remove(key),
  ...back(keys),
]);
const inAndOut: Step = (keys, chance) => {
  const [key, changes] = some(keys, chance);
  return key === undefined ? changes : [...changes, ...keys.update(key), keys.remove(key)];
};

/** What happens to every table, however few changes there are. */
export const ALWAYS: readonly Step[] = [added, changed, emptied, removed, returned];

/** What happens once to every table when there are changes enough. */
export const ONCE: readonly Step[] = [manyOfOne, inAndOut, changed, removed];

/** Business as usual. */
export function usual(keys: Keys, chance: Chance): readonly BankChange[] {
  const kind = chance.between(1, 100);
  if (kind <= 15) return added(keys, chance);
  if (kind <= 60) return changed(keys, chance);
  if (kind <= 70) return emptied(keys, chance);
  if (kind <= 83) return removed(keys, chance);
  if (kind <= 94) return returned(keys, chance);
  return kind <= 97 ? manyOfOne(keys, chance) : inAndOut(keys, chance);
}
