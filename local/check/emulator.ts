import { join } from "node:path";
import type { Command } from "../../operations/command";
import { EXIT, type ExitStatus } from "../../operations/failure";
import { findTools } from "../../operations/prerequisites";
import { cleanEnvironment } from "../environment";
import { localFolders } from "../project";
import { pythonEnvironment } from "../python-environment";

/** Runs the emulator's own tests, in a Python environment of their own. Arguments go to pytest. */
export async function testEmulator({ args, processes, terminal }: Command): Promise<ExitStatus> {
  const { project, local } = localFolders("test-emulator");
  const environment = cleanEnvironment(process.env);
  const tools = await findTools(processes, { cwd: project, environment, python: true });
  const sources = join(project, "local", "emulator");
  const python = await pythonEnvironment(processes, {
    python: tools.python ?? "python3",
    requirements: join(sources, "requirements-dev.txt"),
    folder: join(local, "venv-test"),
    cwd: project,
    environment,
    print: terminal.detail,
  });
  const { status } = await processes.run(python, ["-m", "pytest", "-q", "-p", "no:cacheprovider", "tests", ...args], {
    cwd: sources,
    environment: { ...environment, PYTHONDONTWRITEBYTECODE: "1" },
    onLine: terminal.print,
  });
  return status === 0 ? EXIT.success : EXIT.failed;
}
