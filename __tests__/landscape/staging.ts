import { loadLandscape } from "../../model/landscape/load";
import type { Environment } from "../../model/landscape/types";
import { first } from "../support/json";
import { prod } from "./prod";

/** Account ids of `prod`, and what `staging` has instead; a team's principals and an account's keys follow. */
const INSTEAD: Readonly<Record<string, string>> = {
  [prod.governance.id]: "121212121212",
  ...Object.fromEntries(prod.producers.map(({ id }, index) => [id, `23232323232${index}`])),
  ...Object.fromEntries(prod.consumers.map(({ id }, index) => [id, `45454545454${index}`])),
};

const text = Object.entries(INSTEAD).reduce(
  (written, [id, other]) => written.replaceAll(id, other),
  JSON.stringify({ ...prod, name: "staging" }),
);

/** `prod` once more in accounts of its own. */
export const staging: Environment = first(loadLandscape({ environments: [JSON.parse(text)] }).environments);
