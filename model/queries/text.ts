import type { SavedQuery } from "../landscape/types";
import { rendered, tableOf } from "./placeholders";

/** A query as a workgroup keeps it. */
export interface QueryText {
  readonly name: string;
  readonly question: string;
  /** Database that the console opens with it. */
  readonly database: string;
  /** With example values: runs as it is. */
  readonly saved: string;
  /** With `?` where values go. */
  readonly prepared: string;
}

/** Both texts of a query. */
export function queryText(query: SavedQuery): QueryText {
  const [alias = ""] = Object.keys(query.tables);
  const [database] = tableOf(query, alias);
  const examples = query.parameters.map(({ example }) => example);
  return {
    name: query.name,
    question: query.question,
    database,
    saved: rendered(query, examples),
    prepared: rendered(query),
  };
}
