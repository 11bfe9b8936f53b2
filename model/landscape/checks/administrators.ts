import { nameOfRole } from "../../arns";
import { deployRoleName } from "../../names";
import { type Draft, present } from "../draft";
import { below } from "../keys";
import { problemAt } from "../problem";
import type { ConsumerAccount, GovernanceAccount } from "../types";
import { consumersOf, environmentsOf, type Visit } from "../walk";
import type { Check } from "./check";
import { entriesOf, repeated } from "./repeated";

const MOST = 30;

/**
 * Lake Formation takes 30 administrators, of which the deploy role is one, and 30 that only look.
 * https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_DataLakeSettings.html
 */
export const administrators: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap((environment) => {
      const { governance } = environment.value;
      const consumers: readonly Visit<Administered>[] = consumersOf(environment);
      return governance === undefined
        ? consumers
        : consumers.concat({ value: governance, keys: below(environment.keys, "governance") });
    })
    .flatMap(({ value, keys }) => {
      const administering = value.administrators ?? [];
      const { id } = value;
      const looking = value.readOnlyAdministrators ?? [];
      const list = (member: List, roles: readonly (string | undefined)[], most: number, because: string) => {
        const here = below(keys, member);
        const entries = entriesOf(here, roles);
        // An account has a role's name once, whatever its path.
        const names = entries.map((entry) => ({ ...entry, text: nameOfRole(entry.text), written: entry.text }));
        const repetitions = new Set(repeated(names).map((again) => again.keys));
        const tooMany = `write at most ${most} roles, not ${roles.length}: Lake Formation takes ${because}`;
        return [
          roles.length > most ? [problemAt(landscape, here, roles, tooMany)] : [],
          names
            .filter((name) => repetitions.has(name.keys))
            .map((again) =>
              problemAt(landscape, again.keys, again.written, "remove it: the list has this role already"),
            ),
          names
            .filter(({ text }) => text === deployRole(value))
            .map((own) => problemAt(landscape, own.keys, own.written, "remove it: the deploy role administers anyway")),
          // https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_DataLakePrincipal.html
          entries
            .filter(({ text }) => id !== undefined && text.startsWith("arn:") && text.split(":")[4] !== id)
            .map((foreign) => problemAt(landscape, foreign.keys, foreign.text, `write a role of account ${id}`)),
        ].flat();
      };
      return [
        ...list("administrators", administering, MOST - 1, `${MOST} with the deploy role`),
        ...list("readOnlyAdministrators", looking, MOST, `${MOST}`),
        ...entriesOf(below(keys, "readOnlyAdministrators"), looking)
          .filter(({ text }) => present(administering).map(nameOfRole).includes(nameOfRole(text)))
          .map((both) => problemAt(landscape, both.keys, both.text, "remove it: the role administers already")),
      ];
    });

type List = "administrators" | "readOnlyAdministrators";

type Administered = GovernanceAccount | ConsumerAccount;

const deployRole = ({ deployRole: name }: Draft<Administered>): string =>
  deployRoleName(name === undefined ? {} : { deployRole: name });
