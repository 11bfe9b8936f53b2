import { landscape } from "../../accounts";
import { queryText } from "../../model/queries/text";
import { syntaxErrors } from "../support/trino";

/** A bank may have no saved questions, so the loops are inside the test. */
const questions = landscape.environments.flatMap(({ name, queries = [] }) =>
  queries.map((query) => ({ place: `${name}: ${query.name}`, text: queryText(query) })),
);

test("every saved question is correct in Athena's grammar, saved and prepared", () => {
  const errors = questions.flatMap(({ place, text: { saved, prepared } }) =>
    [saved, prepared].flatMap((sql) => syntaxErrors(sql).map((error) => `${place}: ${error}`)),
  );
  expect(errors).toEqual([]);
});
