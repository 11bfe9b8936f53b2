import type { Draft } from "../draft";
import type { Problem } from "../problem";
import type { Landscape } from "../types";

/** Finds all problems of one kind. Passes over what is missing: its absence has been reported already. */
export type Check = (landscape: Draft<Landscape>) => readonly Problem[];
