import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readOutput } from "../../audit/output/read";
import type { Output } from "../../audit/output/types";
import { UsageError } from "./subcommand";

const run = (command: string, args: readonly string[], cwd: string): string => {
  try {
    return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${command} ${args.join(" ")} failed in ${cwd}:\n${said.trim()}`);
  }
};

/**
 * The output of a git revision of the project in the current folder: checked out into a temporary work tree, built with
 * the dependencies installed here, synthesized, read, and removed again.
 * @throws UsageError when it is neither a folder nor a revision, or cannot be built
 */
export function outputOfRevision(revision: string): Output {
  const project = process.cwd();
  const modules = resolve("node_modules");
  if (!existsSync(".git") || !existsSync(modules)) {
    throw new UsageError(`${revision} is no folder; for a git revision run this in the project, after npm ci.`);
  }
  const commit = run("git", ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`], project);
  const folder = mkdtempSync(join(tmpdir(), "lake-diff-"));
  const tree = join(folder, "tree");
  try {
    run("git", ["worktree", "add", "--quiet", "--detach", tree, commit.trim()], project);
    symlinkSync(modules, join(tree, "node_modules"));
    run("npm", ["run", "--silent", "synth"], tree);
    return readOutput(join(tree, "cdktf.out"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
    run("git", ["worktree", "prune"], project);
  }
}
