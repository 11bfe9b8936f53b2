import { describeExpression } from "../../facts/describe";
import { isUndecided } from "../../output/tokens";
import { type Finding, finding } from "../../types";
import type { AccessRule } from "./context";

/** Lake Formation refuses a value that the LF-tag does not have; a grant by it reaches nothing. */
export const tagValueUndefined: AccessRule = ({ facts }) => {
  const known = new Map(facts.tags.map(({ catalog, key, values }) => [`${catalog}\n${key}`, values]));
  const catalogs = new Set(facts.tags.map(({ catalog }) => catalog));
  return facts.grants.flatMap(({ target, principal, cause }): readonly Finding[] => {
    if (target.kind !== "tags" || !catalogs.has(target.catalog)) return [];
    return [...target.expression].flatMap(([key, values]) => {
      const defined = known.get(`${target.catalog}\n${key}`) ?? [];
      const missing = values.filter((value) => value !== "*" && !isUndecided(value) && !defined.includes(value));
      if (missing.length === 0) return [];
      return [
        finding({
          rule: "tag-value-undefined",
          severity: "medium",
          subject: `${key}=${missing.join("|")} for ${principal}`,
          sentence: `A grant to ${principal} asks for ${key}=${missing.join("|")}, which LF-tag ${key} of ${target.catalog} does not have.`,
          remedy: "Mend the expression, or add the value to the LF-tag.",
          causes: [
            cause,
            ...facts.tags.filter((tag) => tag.key === key && tag.catalog === target.catalog).map((tag) => tag.cause),
          ],
        }),
      ];
    });
  });
};

/** A grant that reaches nothing was meant for something. */
export const grantWithoutTable: AccessRule = ({ facts, lake }) => {
  const reaching = new Set(lake.holdings.flatMap(({ claims }) => claims.map(({ grant }) => grant)));
  const exceeding = new Set(lake.exceeding.map(({ claim }) => claim.grant));
  return facts.grants.flatMap((grant) => {
    const { target, principal, cause } = grant;
    if (target.kind !== "tags" || !lake.catalog.knows(target.catalog)) return [];
    if (reaching.has(grant) || exceeding.has(grant)) return [];
    const expression = describeExpression(target.expression);
    return [
      finding({
        rule: "grant-without-table",
        severity: "low",
        subject: `${expression} for ${principal}`,
        sentence: `A grant to ${principal} on ${target.resource === "TABLE" ? "tables" : "databases"} with ${expression} reaches nothing that these stacks declare.`,
        remedy: "Mend the expression, or assign the LF-tags.",
        causes: [cause],
      }),
    ];
  });
};
