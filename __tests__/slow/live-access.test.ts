import { askForAccess } from "../../local/access";
import { cleanMatrix } from "../audit/support/planted";
import { answers, differences } from "../audit/support/questions";
import { landscape } from "../landscape";
import { first } from "../support/json";

/** Emulated accounts that somebody has deployed to, for example `npm run demo -- --keep`; the generated JSON without. */
const endpoint = process.env["LAKE_ENDPOINT"];

test(`${endpoint ?? "the generated JSON"} lets each team read what stewards agreed, and nothing else`, async () => {
  const matrix = endpoint === undefined ? cleanMatrix : await askForAccess(first(landscape.environments), endpoint);
  expect(answers(matrix).length).toBeGreaterThan(3000);
  expect(differences(matrix)).toEqual([]);
});
