import { atLeast, showVersion, type Version } from "./version";

export const NODE: Version = [20, 0];
export const TERRAFORM: Version = [1, 11];
export const PYTHON: Version = [3, 10];

/** Something that this machine lacks, with the remedy. */
export type Missing = string;

/** What was found of a tool; nothing when it does not exist or does not run. */
export interface Found {
  readonly command: string;
  readonly version: Version;
}

export interface FoundPython extends Found {
  /** Whether `python -m venv` can make an environment with pip. */
  readonly canMakeEnvironments: boolean;
}

export function judgeNode(version: Version | undefined): readonly Missing[] {
  if (version !== undefined && atLeast(version, NODE)) return [];
  return [`Node.js ${showVersion(NODE)} or newer ${found(version)}: install it from https://nodejs.org/`];
}

export function judgeTerraform(version: Version | undefined): readonly Missing[] {
  if (version !== undefined && atLeast(version, TERRAFORM)) return [];
  return [
    `Terraform ${showVersion(TERRAFORM)} or newer ${found(version)}: ` +
      "install it from https://developer.hashicorp.com/terraform/install and put it on the PATH",
  ];
}

/** The first suitable Python, or what is missing. */
export function choosePython(candidates: readonly FoundPython[]): { python?: string; missing: readonly Missing[] } {
  const recent = candidates.filter(({ version }) => atLeast(version, PYTHON));
  const suitable = recent.find(({ canMakeEnvironments }) => canMakeEnvironments);
  if (suitable !== undefined) return { python: suitable.command, missing: [] };
  const [first] = recent;
  if (first !== undefined) {
    return {
      missing: [
        `Python's venv and ensurepip modules (${first.command} has none): ` +
          "install them, on Debian and Ubuntu with `apt install python3-venv`",
      ],
    };
  }
  const best = candidates[0]?.version;
  return {
    missing: [
      `Python ${showVersion(PYTHON)} or newer ${found(best)}: install it from https://www.python.org/downloads/, ` +
        "or use another emulator with --endpoint URL",
    ],
  };
}

function found(version: Version | undefined): string {
  return version === undefined ? "(none found)" : `(found ${showVersion(version)})`;
}
