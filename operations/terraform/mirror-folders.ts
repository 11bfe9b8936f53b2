import { readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { ProcessEnvironment } from "../process/processes";

/** Folders that may be filesystem mirrors, most trusted first. */
export interface MirrorFolders {
  /** Named by the user, or looked at by Terraform itself whenever it has no configuration. */
  readonly trusted: readonly string[];
  /** Places where mirrors are often found; asked only when the registry does not answer. */
  readonly guessed: readonly string[];
}

export interface MachineFolders {
  readonly project: string;
  readonly home: string;
  readonly operatingSystem: NodeJS.Platform;
}

/** Where to look for mirrors. */
export function mirrorFolders(
  named: readonly string[],
  environment: ProcessEnvironment,
  machine: MachineFolders,
): MirrorFolders {
  const listed = (environment["LAKE_TERRAFORM_MIRROR"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return {
    trusted: [...named, ...listed, ...impliedFolders(environment, machine)],
    guessed: [...subfolders("/opt"), join(machine.project, "..", "shared", "terraform-mirror")],
  };
}

/** https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories */
function impliedFolders(environment: ProcessEnvironment, machine: MachineFolders): readonly string[] {
  const { home, project } = machine;
  const inProject = join(project, "terraform.d", "plugins");
  if (machine.operatingSystem === "win32") {
    const appData = environment["APPDATA"] ?? join(home, "AppData", "Roaming");
    return [inProject, join(appData, "terraform.d", "plugins"), join(appData, "HashiCorp", "Terraform", "plugins")];
  }
  const inHome = join(home, ".terraform.d", "plugins");
  if (machine.operatingSystem === "darwin") {
    const support = "Library/Application Support/io.terraform/plugins";
    return [inProject, inHome, join(home, support), join("/", support)];
  }
  const dataFolders = [
    environment["XDG_DATA_HOME"] ?? join(home, ".local", "share"),
    ...(environment["XDG_DATA_DIRS"] ?? "/usr/local/share:/usr/share").split(":"),
  ];
  return [inProject, inHome, ...dataFolders.filter(Boolean).map((folder) => join(folder, "terraform", "plugins"))];
}

function subfolders(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .map((entry) => join(folder, entry.name))
      .toSorted();
  } catch {
    return [];
  }
}
