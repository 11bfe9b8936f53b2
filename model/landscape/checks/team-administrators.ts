import { teamName } from "../../names";
import { below } from "../keys";
import { problemAt } from "../problem";
import { consumersOf, environmentsOf, teamsOf } from "../walk";
import type { Check } from "./check";
import { entriesOf } from "./repeated";

/**
 * No team's own role administers Lake Formation: it could grant itself what its shares do not.
 * https://docs.aws.amazon.com/lake-formation/latest/dg/implicit-permissions.html
 */
export const teamAdministrators: Check = (landscape) =>
  environmentsOf(landscape).flatMap((environment) =>
    consumersOf(environment).flatMap((consumer) => {
      const parts = { name: environment.value.name ?? "", organization: "", governance: { id: "" } };
      const account = { name: consumer.value.name ?? "" };
      const roles = new Set(
        teamsOf(consumer).flatMap(({ value: { name } }) =>
          name === undefined ? [] : [teamName(parts, account, { name })],
        ),
      );
      return entriesOf(below(consumer.keys, "administrators"), consumer.value.administrators ?? [])
        .filter(({ text }) => roles.has(text.split(":role/").at(-1) ?? text))
        .map(({ keys, text }) =>
          problemAt(landscape, keys, text, "remove it: a team's role that administers could grant itself everything"),
        );
    }),
  );
