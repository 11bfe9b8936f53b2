import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Processes } from "../../../operations/process/processes";
import { runLogged } from "../../../operations/process/run-logged";
import { temporaryFolder } from "../../support/folders";

const folder = temporaryFolder();
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A program that takes its time to end after SIGINT, and says so. */
const SLOW = `
process.on("SIGINT", () => setTimeout(() => { console.log("saved"); process.exit(1); }, 200));
console.log("begun");
setInterval(() => undefined, 1000);`;

function run(processes: Processes, script: string, lines: string[], pids: number[] = []) {
  return runLogged(processes, process.execPath, ["-e", script], {
    cwd: folder(),
    environment: {},
    logFile: join(folder(), "log"),
    onLine: (line) => lines.push(line),
    onStart: (pid) => pids.push(pid),
  });
}

test("lines come while the program runs, and stay in the log; status and output are all there", async () => {
  const lines: string[] = [];
  const script =
    'console.log("öne"); setTimeout(() => { console.error("two"); process.stdout.write("end"); process.exitCode = 3; }, 300)';
  const end = run(new Processes(), script, lines);
  for (let tries = 0; tries < 100 && lines.length === 0; tries += 1) await delay(20);
  expect(lines).toEqual(["öne"]);
  expect(await end).toEqual({ status: 3, signal: undefined });
  expect(lines).toEqual(["öne", "two", "end"]);
  expect(readFileSync(join(folder(), "log"), "utf8")).toBe("öne\ntwo\nend");
});

test("a command that does not exist has status 127, and a killed program its signal", async () => {
  const options = { cwd: folder(), environment: {}, logFile: join(folder(), "log"), onLine: () => undefined };
  expect((await runLogged(new Processes(), "no-such-command", [], options)).status).toBe(127);
  const kill = 'process.kill(process.pid, "SIGKILL")';
  expect(await run(new Processes(), kill, [])).toEqual({ status: 1, signal: "SIGKILL" });
});

test("asked to stop, it is waited for, however long it takes to save", async () => {
  const processes = new Processes();
  const lines: string[] = [];
  const end = run(processes, SLOW, lines);
  for (let tries = 0; tries < 250 && lines.length === 0; tries += 1) await delay(20);
  expect(processes.patience).toBe(true);
  await processes.stopAll();
  expect((await end).status).toBe(1);
  expect(lines).toEqual(["begun", "saved"]);
});

test("even when everything else is killed it goes on", async () => {
  const processes = new Processes();
  const lines: string[] = [];
  const pids: number[] = [];
  const end = run(processes, SLOW, lines, pids);
  for (let tries = 0; tries < 250 && lines.length === 0; tries += 1) await delay(20);
  processes.killAll();
  await delay(50);
  expect(pids.map(alive)).toEqual([true]);
  pids.forEach((pid) => process.kill(pid, "SIGINT"));
  expect((await end).status).toBe(1);
  expect(lines).toEqual(["begun", "saved"]);
});
