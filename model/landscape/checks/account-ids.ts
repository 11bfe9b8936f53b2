import { below } from "../keys";
import { locate } from "../locate";
import { problemAt } from "../problem";
import { accountsOf, environmentsOf } from "../walk";
import type { Check } from "./check";
import { entry, repeated } from "./repeated";

/** No account is used twice, not even by two environments: they would share the account's singletons. */
export const accountIds: Check = (landscape) => {
  const accounts = environmentsOf(landscape).flatMap(accountsOf);
  const entries = accounts.flatMap(({ value, keys }) => entry(below(keys, "id"), value.id));
  return repeated(entries).map(({ keys, text, first }) => {
    const { file } = locate(landscape, first);
    return problemAt(landscape, keys, text, `write the id of another account: ${file} has this one already`);
  });
};
