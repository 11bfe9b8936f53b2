import { isAbsolute } from "node:path";
import { backendsOf, type StateBackend, stateLocation } from "../backends";
import type { Finding } from "../finding";
import type { OutputGuard } from "./output-guard";

const REMEDY = "make the stack a LandingStack, which takes its one backend from the landscape";

const KINDS = ["local", "s3", "cloud"];

type Weakness = Pick<Finding, "place" | "cause" | "remedy">;

/** What is wrong with a stack's only backend. */
function weaknesses({ kind, settings }: StateBackend): readonly Weakness[] {
  if (!KINDS.includes(kind)) {
    const cause = `the backend ${kind} is none of ${KINDS.join(", ")}`;
    return [{ place: "terraform.backend", cause, remedy: REMEDY }];
  }
  const { path } = settings;
  if (kind === "local" && typeof path === "string" && isAbsolute(path)) {
    return [
      {
        place: "terraform.backend.local",
        cause: "the path of the state is absolute, so the output differs from machine to machine",
        remedy: "make the stack a LandingStack, whose path is relative to the stack's folder",
      },
    ];
  }
  return kind === "s3" ? openStates(settings) : [];
}

/** Without these, two runs write one state at a time, or it lies there under a key that everybody in the account has. */
function openStates(settings: StateBackend["settings"]): readonly Weakness[] {
  const missing = [
    ["use_lockfile", settings["use_lockfile"] === true],
    ["encrypt", settings["encrypt"] === true],
    ["kms_key_id", typeof settings["kms_key_id"] === "string"],
  ] as const;
  return missing
    .filter(([, present]) => !present)
    .map(([setting]) => ({
      place: "terraform.backend.s3",
      cause: `the backend has no ${setting}`,
      remedy: "make the stack a LandingStack, whose backend locks and encrypts states",
    }));
}

/**
 * Every stack has one backend of its own. CDKTF adds a local one with an absolute path where none is given, of several
 * takes one without a word, and does not notice that two stacks write the same state.
 */
export const backendGuard: OutputGuard = ({ stacks }) => {
  const owners = new Map<string, string>();
  return stacks.flatMap((stack) => {
    const found = backendsOf(stack);
    const [only] = found;
    if (only === undefined || found.length > 1) {
      const kinds = found.map(({ kind }) => kind).join(", ");
      const cause = only === undefined ? "the stack has no backend" : `the stack has several backends: ${kinds}`;
      return [{ stack: stack.id, place: "terraform.backend", cause, remedy: REMEDY }];
    }
    const location = stateLocation(only) ?? stack.id;
    const owner = owners.get(location);
    owners.set(location, owner ?? stack.id);
    const shared = {
      place: "terraform.backend",
      cause: `${owner} keeps its state in the same place`,
      remedy: REMEDY,
    };
    return [...weaknesses(only), ...(owner === undefined ? [] : [shared])].map((each) => ({
      stack: stack.id,
      ...each,
    }));
  });
};
