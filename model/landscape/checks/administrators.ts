import { deployRoleName } from "../../names";
import type { Draft } from "../draft";
import { below } from "../keys";
import { problemAt } from "../problem";
import type { ConsumerAccount, GovernanceAccount } from "../types";
import { consumersOf, environmentsOf, type Visit } from "../walk";
import type { Check } from "./check";
import { entriesOf, repeated } from "./repeated";

const MOST = 29;

/**
 * Lake Formation takes 30 administrators, of which the deploy role is one.
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
      const list = value.administrators ?? [];
      const here = below(keys, "administrators");
      const entries = entriesOf(here, list);
      const tooMany = `write at most ${MOST} roles, not ${list.length}: Lake Formation takes 30 with the deploy role`;
      return [
        list.length > MOST ? [problemAt(landscape, here, list, tooMany)] : [],
        repeated(entries).map((again) =>
          problemAt(landscape, again.keys, again.text, "remove it: the list has this role already"),
        ),
        entries
          .filter(({ text }) => text === deployRole(value))
          .map((own) => problemAt(landscape, own.keys, own.text, "remove it: the deploy role administers anyway")),
      ].flat();
    });

type Administered = GovernanceAccount | ConsumerAccount;

const deployRole = ({ deployRole: name }: Draft<Administered>): string =>
  deployRoleName(name === undefined ? {} : { deployRole: name });
