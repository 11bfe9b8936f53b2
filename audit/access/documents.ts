import { readOutput } from "../output/read";
import type { Stack } from "./types";

/** Stacks of a folder with their documents; a stack of CDKTF has one. */
export const readDocuments = (folder: string): readonly Stack[] =>
  readOutput(folder).stacks.map(({ id, documents }) => ({
    id,
    json: Object.fromEntries([...documents.values()].flatMap((each) => Object.entries(each))),
  }));
