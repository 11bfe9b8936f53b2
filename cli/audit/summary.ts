import { matrix } from "./matrix";
import type { Subcommand } from "./subcommand";

/** What `lake-audit` says without a subcommand. */
export const summary: Subcommand = { ...matrix, name: "", summary: "the access matrix" };
