import { landscape } from "../../accounts";
import { readPermissions } from "../../audit/access/read";
import { livePermissions } from "../../local/access/permissions";
import { answers, differences } from "../audit/access/questions";
import { first } from "../support/json";
import { synthesized } from "../support/synthesized";

/** Emulated accounts that somebody has deployed to, for example `npm run demo -- --keep`; the generated JSON without. */
const endpoint = process.env["LAKE_ENDPOINT"];

test(`${endpoint ?? "the generated JSON"} lets each team read what stewards agreed, and nothing else`, async () => {
  const bank = synthesized();
  const permissions =
    endpoint === undefined
      ? readPermissions(bank.ids.map((id) => ({ id, json: bank.stack(id) })))
      : await livePermissions(first(landscape.environments), endpoint);
  expect(answers(permissions).length).toBeGreaterThan(3000);
  expect(differences(permissions)).toEqual([]);
});
