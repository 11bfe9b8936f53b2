import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { EXIT, Failure } from "../../failure";
import { readManifest } from "../../manifest";
import type { ProcessEnvironment, Processes } from "../../process/processes";
import { fingerprints } from "../record/fingerprint";

const Settings = v.pipe(v.string(), v.parseJson(), v.object({ app: v.string() }));

/**
 * Fingerprints of all stacks as a git revision generates them: in a work tree of its own, with its own sources, and with
 * its own packages where package-lock.json differs.
 */
export async function fingerprintsAt(
  processes: Processes,
  revision: string,
  { project, environment }: { readonly project: string; readonly environment: ProcessEnvironment },
): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "lake-since-"));
  const tree = join(folder, "tree");
  const call = { cwd: project, environment };
  try {
    const added = await processes.run("git", ["worktree", "add", "--quiet", "--detach", tree, revision], call);
    if (added.status !== 0) {
      throw new Failure(`--since ${revision}: git cannot check it out: ${added.stderr.trim()}`, EXIT.unusable);
    }
    await installPackages(processes, project, tree, environment);
    const settings = v.parse(Settings, readFileSync(join(tree, "cdktf.json"), "utf8"));
    const output = join(folder, "cdktf.out");
    // What CDKTF runs at that revision; a shell, since that is how `app` is meant.
    const { status, stdout, stderr } = await processes.run("sh", ["-c", settings.app], {
      cwd: tree,
      environment: { ...environment, CDKTF_OUTDIR: output },
    });
    if (status !== 0) {
      throw new Failure(`--since ${revision}: that revision cannot be synthesized:\n${`${stdout}${stderr}`.trim()}`);
    }
    return fingerprints(readManifest(output));
  } finally {
    await processes.run("git", ["worktree", "remove", "--force", tree], call).catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Other packages can mean another provider version: only an equal lock file may share them. */
async function installPackages(
  processes: Processes,
  project: string,
  tree: string,
  environment: ProcessEnvironment,
): Promise<void> {
  const [ours, theirs] = [project, tree].map((folder) => readFileSync(join(folder, "package-lock.json"), "utf8"));
  if (ours === theirs) {
    symlinkSync(join(project, "node_modules"), join(tree, "node_modules"));
    return;
  }
  const { status, stderr } = await processes.run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: tree, environment });
  if (status !== 0) throw new Failure(`--since: the packages of that revision cannot be installed:\n${stderr.trim()}`);
}
