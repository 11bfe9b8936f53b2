/**
 * What waits for its promotion. A mark, `onlyIn: ["staging"]`, holds back a table, column, setting, share or saved query from
 * the other environments; whoever removes it promotes what it was on.
 */
import type { Circumstances } from "../checks/check";
import type { Draft } from "../draft";
import { type Problem, problemAt } from "../problem";
import type { Landscape } from "../types";
import { without } from "../without";
import { contractMarks } from "./contracts";
import { deployedMarks } from "./deployed";
import type { WrongMark } from "./mark";
import { markNames } from "./names";
import { readerMarks } from "./readers";
import { resolved } from "./resolve";

/**
 * The landscape as each environment has it, without marks. A wrong mark is reported and does not count afterwards; a reader
 * of something that is held back is left out afterwards.
 */
export function resolveMarks(
  landscape: Draft<Landscape>,
  { deployed = {} }: Circumstances,
): { readonly problems: readonly Problem[]; readonly draft: Draft<Landscape> } {
  const steps: readonly ((draft: Draft<Landscape>) => readonly WrongMark[])[] = [
    markNames,
    contractMarks,
    (draft) => deployedMarks(draft, deployed),
    readerMarks,
  ];
  const problems: Problem[] = [];
  let draft = landscape;
  for (const step of steps) {
    const wrong = step(draft);
    problems.push(...wrong.map(({ keys, found, remedy }) => problemAt(landscape, keys, found, remedy)));
    draft = without(
      wrong.map(({ leftOut }) => leftOut),
      draft,
    );
  }
  return { problems, draft: resolved(draft) };
}
