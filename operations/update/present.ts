import { accessMatrix } from "../../audit/matrix";
import { matrixLines } from "../../audit/matrix/lines";
import { toOutput } from "../../audit/output/read";
import { resolverOf } from "../../audit/output/resolve";
import type { Output } from "../../audit/output/types";
import { sectionLines } from "../../audit/record/sections";
import { stackSections } from "../../audit/record/stack";
import type { Environment } from "../../model/landscape/types";
import { accountNames, identityLines, identityOf, impersonal } from "../../model/records/identity";
import { marked } from "../../model/records/marks";
import { ENVIRONMENTS, READERS, STACKS, TABLES } from "../../model/records/paths";
import { tablesLock } from "../../model/tables/lock";
import { tableLines } from "../../model/tables/lock-file";

/** An environment of the landscape with the part of the output that is its own. */
export interface Built {
  readonly environment: Environment;
  readonly output: Output;
}

/** Divides an output by the environments that its stacks belong to. */
export const builtOf = (environments: readonly Environment[], output: Output): readonly Built[] =>
  environments.map((environment) => ({
    environment,
    output: toOutput(output.stacks.filter(({ id }) => id.startsWith(`${environment.name}-`))),
  }));

/** The records of a landscape as they should be: lines by the name of the file, without suffix. */
export function presentRecords(built: readonly Built[]): ReadonlyMap<string, readonly string[]> {
  const versions = new Map<string, Map<string, readonly string[]>>();
  for (const each of built) {
    const wording = impersonal(identityOf(each.environment));
    for (const [file, lines] of recordsOf(each, wording)) {
      const known = versions.get(file) ?? new Map<string, readonly string[]>();
      known.set(each.environment.name, lines.map(wording));
      versions.set(file, known);
    }
  }
  const all = built.map(({ environment }) => environment.name);
  return new Map([
    [ENVIRONMENTS, identityLines(built.map(({ environment }) => identityOf(environment)))],
    ...[...versions].map(([file, each]) => [file, marked(each, all)] as const),
  ]);
}

function recordsOf(
  { environment, output }: Built,
  wording: (text: string) => string,
): readonly (readonly [file: string, lines: readonly string[]])[] {
  const names = accountNames(identityOf(environment));
  const resolver = resolverOf(output);
  return [
    ...Object.entries(tablesLock(environment)).map(
      ([source, tables]) => [`${TABLES}/${source}`, tableLines(source, tables)] as const,
    ),
    ...[...matrixLines(accessMatrix(output))].map(
      ([account, lines]) => [`${READERS}/${names.get(account) ?? account}`, lines] as const,
    ),
    ...output.stacks.map(
      (stack) =>
        [
          `${STACKS}/${stack.id.slice(environment.name.length + 1)}`,
          sectionLines(stackSections(stack, resolver, wording)),
        ] as const,
    ),
  ];
}
