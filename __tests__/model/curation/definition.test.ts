import asl from "asl-validator";
import * as fc from "fast-check";
import { mergeWorkflow } from "../../../model/curation/merge-workflow";
import { lookAtDays, lookAtGeneration, lookAtWindow } from "../../../model/sql/look";
import { loadStatement, mergeStatement, since } from "../../../model/sql/merge";
import { at, type Block, block, list, text } from "../../support/json";
import { anySource, environmentOf, sourceOf } from "../../support/sources";
import { reachableStates } from "../../support/states";
import { syntaxErrors } from "../../support/trino";

/** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const LONGEST_DEFINITION = 1_048_576;
const LONGEST_STATE = 262_144;

const definition = (source: Parameters<typeof environmentOf>[0]): Block => {
  const items = source.tables.map(({ name }) => ({ table: name, merge: `m-${name}`, load: `l-${name}` }));
  const props = { environment: environmentOf(source), source, workgroup: "group", stateTable: "state", items };
  return block(JSON.parse(mergeWorkflow(props)));
};

describe("the definition of a merge", () => {
  it("is accepted by a validator of the States language, whatever the source's tables", () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const { isValid, errorsText } = asl(definition(source), { checkArn: false });
        expect(isValid ? "" : errorsText()).toBe("");
      }),
      { numRuns: 5 },
    );
  });

  it("is refused by it when a state is missing", () => {
    const broken = definition(sourceOf());
    const { isValid } = asl({ ...broken, StartAt: "Nowhere" });
    expect(isValid).toBe(false);
  });

  it("has no state that is never reached", () => {
    fc.assert(
      fc.property(anySource, (source) => {
        expect(reachableStates(definition(source)).size).toBeGreaterThan(40);
      }),
      { numRuns: 5 },
    );
  });

  it("succeeds at once for a source without tables", () => {
    expect(reachableStates(definition(sourceOf()))).toContain("Done");
    expect(reachableStates(definition(sourceOf()))).not.toContain("Each table");
  });

  it("is short enough for a source of a thousand tables, and so is the list of its tables", () => {
    const tables = Array.from({ length: 1000 }, (_, index) => ({
      schema: "core",
      name: `a_table_with_a_rather_long_name_${index}`,
      description: "Table",
      primaryKey: ["id"],
      columns: {},
    }));
    const source = sourceOf(...tables);
    const id = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    const items = tables.map(({ name }) => ({ table: name, merge: id, load: id }));
    const environment = environmentOf(source);
    const json = mergeWorkflow({ environment, source, workgroup: "group", stateTable: "state", items });
    expect(Buffer.byteLength(json)).toBeLessThan(LONGEST_DEFINITION);
    expect(Buffer.byteLength(JSON.stringify(items))).toBeLessThan(LONGEST_STATE);
  });

  it("has as many arguments for every text as the text has gaps", () => {
    const states = block(at(definition(sourceOf()), "States"));
    expect(states).toHaveProperty("Done");
    fc.assert(
      fc.property(anySource, (source) => {
        const inner = block(at(definition(source), "States", "Each table", "ItemProcessor", "States"));
        const templates = block(at(inner, "Begin", "Result", "sql"));
        for (const name of ["window", "days", "generation"]) {
          const call = text(at(inner, `Look at ${name}`, "Parameters", "QueryString.$"));
          const [template, ...values] = call.slice("States.Format(".length, -1).split(", ");
          expect(template).toBe(`$.own.sql.${name}`);
          expect(values).toHaveLength(list(text(templates[name]).match(/\{\}/g)).length);
        }
      }),
      { numRuns: 5 },
    );
  });
});

const AT = {
  table: "loan",
  watermark: "2026-11-20 10:00:00.000000",
  cursor: "20261120-100000000.parquet/7",
  now: "2026-11-22T12:00:00.000Z",
  days: "7",
};

describe("every statement of a merge", () => {
  it("is correct in Trino's grammar, whatever the tables and columns are called", () => {
    fc.assert(
      fc.property(anySource, (source) => {
        for (const table of source.tables) {
          const statements = [
            since(mergeStatement(source, table), "2026-11-20 10:00:00"),
            loadStatement(source, table),
            lookAtWindow(source, { ...AT, table: table.name }),
            lookAtDays(source, { ...AT, table: table.name }),
            lookAtGeneration(source, { ...AT, table: table.name }),
          ];
          expect(statements.flatMap(syntaxErrors)).toEqual([]);
        }
      }),
      { numRuns: 5 },
    );
  });
});
