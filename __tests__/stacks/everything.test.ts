import { documentsOf } from "../audit/support/changed";
import { generatedOutput } from "../audit/support/generated";
import { whatever } from "../landscape/everything";
import { block, isBlock, text } from "../support/json";
import { syntaxErrors } from "../support/trino";

const documents = documentsOf(generatedOutput(whatever));

describe("the output of a landscape with everything", () => {
  it("has the stacks of every source, whatever it is", () => {
    const [, everything] = whatever.environments;
    const sources = everything?.producers.flatMap((producer) =>
      producer.sources.map(({ name }) => ({ producer, name })),
    );
    expect(sources).toHaveLength(9);
    for (const { producer, name } of sources ?? []) {
      expect(Object.keys(documents)).toEqual(
        expect.arrayContaining([
          `everything-${producer.name}-replication-${name}`,
          ...["storage", "catalog", "curation"].map((concern) => `everything-lake-${concern}-${name}`),
        ]),
      );
    }
  });

  it("asks Athena nothing that its grammar does not know", () => {
    const queries = Object.entries(documents).flatMap(([stack, document]) => {
      const named = block(document["resource"])["aws_athena_named_query"];
      return Object.values(isBlock(named) ? named : {}).map((query) => ({ stack, sql: text(block(query)["query"]) }));
    });
    expect(queries.length).toBeGreaterThan(20);
    expect(queries.filter(({ sql }) => syntaxErrors(sql).length > 0)).toEqual([]);
  });
});
