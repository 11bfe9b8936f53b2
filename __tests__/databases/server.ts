import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const PATIENCE_MS = 30_000;

/** A folder for a server's data, with a short path: those of Unix sockets are limited to about a hundred characters. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "lake-db-"));
  chmodSync(folder, 0o777);
  return folder;
}

/** Servers refuse to run as root: then they run as the account that their package made. */
export function serverAccount(name: string): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/** A running server, and how to stop it and to remove all of it. */
export class Server {
  private readonly process: ChildProcess;
  private output = "";

  constructor(
    command: string,
    parameters: readonly string[],
    private readonly folder: string,
    account: { readonly uid: number; readonly gid: number } | undefined,
    private readonly signal: "SIGINT" | "SIGTERM",
  ) {
    const { env } = process;
    this.process = spawn(command, parameters, { ...account, env, cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on("data", (text: Buffer) => {
        this.output += text.toString();
      });
    }
  }

  /** Everything that the server has written so far. */
  public log(): string {
    return this.output;
  }

  /** Tries until it works. */
  public async ready<T>(connect: () => Promise<T>): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await connect();
      } catch (error) {
        if (this.process.exitCode !== null || Date.now() > deadline) {
          throw new Error(`the server does not answer (${String(error)})\n${this.output}`, { cause: error });
        }
        await pause(100);
      }
    }
  }

  public async stop(): Promise<void> {
    if (this.process.exitCode === null) {
      const ended = new Promise((resolve) => this.process.once("exit", resolve));
      this.process.kill(this.signal);
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
