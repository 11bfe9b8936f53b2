import { finding } from "../../types";
import type { AccessRule } from "./context";

/** Grants are united: beside a grant of all rows a filter hides nothing. */
export const filterWithoutEffect: AccessRule = ({ lake }) =>
  lake.holdings.flatMap(({ principal, place, claims }) => {
    const selects = claims.filter(({ permission }) => permission === "SELECT");
    const open = selects.filter(({ conditions }) => conditions.length === 0);
    return selects
      .filter(({ conditions }) => conditions.length > 0)
      .flatMap((filtered) => {
        const useless = [...(filtered.columns ?? [])].filter((column) =>
          open.some(({ columns }) => columns?.has(column) === true || columns?.has("*") === true),
        );
        if (useless.length === 0) return [];
        const beside = open.filter(({ columns }) =>
          useless.some((column) => columns?.has(column) === true || columns?.has("*")),
        );
        const table = `${place.database}.${place.table ?? ""}`;
        return [
          finding({
            rule: "filter-without-effect",
            severity: "high",
            subject: `${principal} on ${table} of ${place.catalog}`,
            sentence: `${principal} reads ${useless.join(", ")} of all rows of ${table}: the filter "${filtered.conditions.join(" and ")}" has no effect beside a grant without one.`,
            remedy: "Take the grant without a filter away, or leave these columns out of it.",
            causes: [...new Set([...filtered.causes, ...beside.flatMap(({ causes }) => causes)])],
          }),
        ];
      });
  });
