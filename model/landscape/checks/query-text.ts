import { parameterCount, placeholders, unchecked } from "../../queries/placeholders";
import { below } from "../keys";
import { type Problem, problemAt } from "../problem";
import { environmentsOf, queriesOf } from "../walk";
import type { Check } from "./check";

/**
 * A query names each column by a placeholder, so that nothing escapes the comparison with the contracts; reads all of its
 * tables; has one parameter for each `?`; and is one statement that only reads.
 */
export const queryText: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(queriesOf)
    .flatMap(({ value: { sql, tables, parameters }, keys }): readonly Problem[] => {
      if (sql === undefined) return [];
      const rest = unchecked(sql);
      const aliases = Object.keys(tables ?? {});
      const opened = new Set(placeholders(sql).flatMap(({ alias, column }) => (column === undefined ? [alias] : [])));
      const bare = aliases.filter((alias) => new RegExp(`(?<![\\w.])${alias}\\s*\\.`).test(rest));
      const count = parameterCount(sql);
      const remedies = [
        ...(/^\s*(?:SELECT|WITH)\b/i.test(sql) && !rest.includes(";")
          ? []
          : ["write one statement that begins with SELECT or WITH, without `;`"]),
        ...(/(?:\bSELECT(?:\s+DISTINCT)?|[,.])\s*\*/i.test(rest)
          ? ["write the columns instead of `*`: a new column must not change the answer"]
          : []),
        ...bare.map((alias) => `write \`{${alias}.<column>}\` where the query writes \`${alias}.\``),
        ...aliases
          .filter((alias) => !opened.has(alias))
          .map((alias) => `write \`{${alias}}\` behind FROM or JOIN, or remove it from \`tables\``),
        ...(parameters === undefined || parameters.length === count
          ? []
          : [`write as many parameters as the query has \`?\`: ${count}, not ${parameters.length}`]),
      ];
      return remedies.map((remedy) => problemAt(landscape, below(keys, "sql"), sql.trim(), remedy));
    });
