import type { Check } from "../../../../model/landscape/checks/check";
import type { Problem } from "../../../../model/landscape/problem";
import { changed, type Parts, sample } from "../sample";

/** A change, and file, path, value and remedy of each problem that it must cause, in order. */
export interface Case {
  readonly title: string;
  readonly change: (parts: Parts) => void;
  readonly problems: readonly (readonly [file: string, path: string, found: string, remedy: string])[];
}

/** One line of a table of tests. */
export interface Row {
  readonly title: string;
  readonly problems: () => readonly Problem[];
  readonly expected: readonly Problem[];
}

/** Tests of a check: nothing on the sample, nothing where nothing is, and exactly the problems of each case. */
export function rowsOf(check: Check, cases: readonly Case[]): readonly Row[] {
  return [
    { title: "accepts the sample", problems: () => check(sample), expected: [] },
    {
      title: "passes over what is missing",
      problems: () => EMPTY.flatMap((landscape) => check(landscape)),
      expected: [],
    },
    ...cases.map(({ title, change, problems }) => ({
      title,
      problems: () => check(changed(change)),
      expected: problems.map(([file, path, found, remedy]) => ({ file, path, found, remedy })),
    })),
  ];
}

const TABLES = [undefined, {}, { columns: { a: undefined } }, { primaryKey: [undefined], columns: { a: {} } }];
const SOURCES = [undefined, {}, { tables: TABLES }];
const EMPTY: readonly Parameters<Check>[0][] = [
  {},
  { environments: [undefined, {}, { producers: [{}], consumers: [{}], governance: {} }] },
  { environments: [{ producers: [undefined, { network: {}, sources: SOURCES }] }] },
  { environments: [{ consumers: [undefined, { teams: [undefined, {}, { shares: [undefined, {}] }] }] }] },
];
