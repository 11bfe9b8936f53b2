import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "../command";
import { EXIT, type ExitStatus, Failure } from "../failure";
import { parseOptions } from "../options";
import { findTools } from "../prerequisites";
import { definedVariables } from "../process/variables";
import { projectFolder } from "../project";
import { reasonOf } from "../terraform/probe";
import { boundProviders, chooseProviders } from "./bound-providers";

const LOCK_FILE = ".terraform.lock.hcl";

const HELP = `npm run lock [-- options]

Writes ${LOCK_FILE}: checksums of the providers, for the platforms of people and of remote runs. The synthesis copies them into
every stack's folder. Commit the file.

Options
  --platform OS_ARCH   again for each platform (default: linux_amd64 and this machine's)
  --provider NAME      only this provider, again for each (default: all that the stacks use: aws, random)
  --fs-mirror DIR      take providers from a mirror folder, not from their registry
  --net-mirror URL     the same from a mirror server
  -h, --help           print this

Exit status: 0 written, 1 failed, 2 wrong usage or something missing.`;

/** Locks the providers of all stacks with Terraform's own command, which ignores the mirrors of its configuration. */
export async function lockCommand({ args, processes, terminal }: Command): Promise<ExitStatus> {
  const options = parseOptions(args, {
    help: { type: "boolean", short: "h", default: false },
    platform: { type: "string", multiple: true, default: [] },
    provider: { type: "string", multiple: true, default: [] },
    "fs-mirror": { type: "string" },
    "net-mirror": { type: "string" },
  });
  if (options.help) {
    terminal.print(HELP);
    return EXIT.success;
  }
  const project = projectFolder();
  const environment = definedVariables(process.env);
  const tools = await findTools(processes, { cwd: project, environment, python: false });
  const platforms = options.platform.length > 0 ? options.platform : [...new Set(["linux_amd64", tools.platform])];
  const folder = mkdtempSync(join(tmpdir(), "lake-lock-"));
  try {
    const all = boundProviders(project);
    const wanted = chooseProviders(all, options.provider);
    const required = Object.fromEntries(all.map(({ name, ...provider }) => [name, provider]));
    const committed = join(project, LOCK_FILE);
    if (existsSync(committed)) copyFileSync(committed, join(folder, LOCK_FILE));
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ terraform: { required_providers: required } }));
    const flags = [
      ...(options["fs-mirror"] === undefined ? [] : [`-fs-mirror=${options["fs-mirror"]}`]),
      ...(options["net-mirror"] === undefined ? [] : [`-net-mirror=${options["net-mirror"]}`]),
      ...platforms.map((platform) => `-platform=${platform}`),
      ...wanted.map(({ source }) => source),
    ];
    const call = { cwd: folder, environment };
    const { status, stdout, stderr } = await processes.run(
      "terraform",
      ["providers", "lock", "-no-color", ...flags],
      call,
    );
    if (status !== 0) throw new Failure(`terraform providers lock: ${reasonOf(`${stderr}\n${stdout}`)}`);
    const written = readFileSync(join(folder, LOCK_FILE), "utf8");
    const changed = !existsSync(committed) || readFileSync(committed, "utf8") !== written;
    if (changed) writeFileSync(committed, written);
    const names = wanted.map(({ name, version }) => `${name} ${version}`).join(", ");
    terminal.print(`${LOCK_FILE} ${changed ? "written" : "is as it was"}: ${names}, for ${platforms.join(", ")}.`);
    return EXIT.success;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
