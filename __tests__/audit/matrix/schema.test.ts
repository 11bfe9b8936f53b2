import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import { accessMatrix } from "../../../audit/matrix";
import { MATRIX_SCHEMA } from "../../../audit/matrix/types";
import { outputOf } from "../../../audit/output/read";
import { type Block, block } from "../../support/json";
import { PLAIN } from "../support/plain";
import { cleanMatrix } from "../support/planted";

const file = join(__dirname, "..", "..", "..", "audit", "schema", `access-matrix-${MATRIX_SCHEMA}.schema.json`);
const schema = block(JSON.parse(readFileSync(file, "utf8")));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

/** As the command line prints it. */
const printed = (matrix: unknown): Block => block(JSON.parse(JSON.stringify(matrix)));

describe("the published schema", () => {
  it.each([
    ["the tests' landscape", printed(cleanMatrix)],
    ["somebody else's JSON", printed(accessMatrix(outputOf(PLAIN)))],
  ])("describes the matrix of %s", (_, matrix) => {
    validate(matrix);
    expect(validate.errors).toBeNull();
  });

  it.each<readonly [string, Block]>([
    ["a field that it does not know", { extra: 1 }],
    ["another version", { schema: MATRIX_SCHEMA + 1 }],
    ["a cell without causes", { cells: [{ principal: "a", catalog: "1", permission: "SELECT" }] }],
  ])("refuses %s", (_, change) => {
    expect(validate({ ...printed(cleanMatrix), ...change })).toBe(false);
  });
});
