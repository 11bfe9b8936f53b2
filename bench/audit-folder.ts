/** Computes the access matrix of a folder and prints the number of grants, cells and paths. Argument: the folder. */
import { accessMatrix } from "../audit/matrix";
import { readOutput, resourcesOf } from "../audit/output/read";

const output = readOutput(process.argv[2] ?? "");
const { cells, buckets } = accessMatrix(output);
const grants = resourcesOf(output, "aws_lakeformation_permissions").length;
console.log([grants, cells.length, buckets.length].join(" "));
