import { setTimeout as delay } from "node:timers/promises";
import { Interrupted } from "../../../operations/failure";
import { lineSplitter } from "../../../operations/process/lines";
import { Processes } from "../../../operations/process/processes";

const options = { cwd: process.cwd(), environment: { PATH: process.env["PATH"] ?? "" } };
const script = (text: string): [string, readonly string[]] => [process.execPath, ["-e", text]];

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test("lines are cut where they end, not where chunks end", () => {
  const lines: string[] = [];
  const splitter = lineSplitter((line) => lines.push(line));
  splitter.push("one\ntw");
  splitter.push("o\r\nthree");
  expect(lines).toEqual(["one", "two"]);
  splitter.flush();
  expect(lines).toEqual(["one", "two", "three"]);
});

test("a process gives status, output and lines", async () => {
  const lines: string[] = [];
  const result = await new Processes().run(...script("console.log('out'); console.error('err'); process.exit(3)"), {
    ...options,
    onLine: (line) => lines.push(line),
  });
  expect(result).toEqual({ status: 3, stdout: "out\n", stderr: "err\n" });
  expect(lines.toSorted()).toEqual(["err", "out"]);
});

test("a process sees nothing but the given environment", async () => {
  const result = await new Processes().run(...script("console.log(process.env.SECRET, process.env.PATH)"), {
    ...options,
    environment: { PATH: "/nowhere" },
  });
  expect(result.stdout.trim()).toBe("undefined /nowhere");
});

test("a command that does not exist has status 127", async () => {
  expect((await new Processes().run("no-such-command", [], options)).status).toBe(127);
});

test("a process that takes too long is stopped", async () => {
  const result = await new Processes().run(...script("setInterval(() => {}, 1000)"), {
    ...options,
    timeoutSeconds: 0.3,
  });
  expect(result.status).toBe(124);
});

test("stopAll stops processes with what they started, and nothing starts afterwards", async () => {
  const processes = new Processes();
  const child =
    "const c = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);" +
    "console.log(c.pid); setInterval(() => {}, 1000)";
  const lines: string[] = [];
  const run = processes.run(...script(child), { ...options, onLine: (line) => lines.push(line) });
  for (let tries = 0; tries < 500 && lines.length === 0; tries += 1) await delay(10);
  const grandchild = Number(lines[0]);
  expect(alive(grandchild)).toBe(true);
  await Promise.all([expect(run).rejects.toThrow(Interrupted), processes.stopAll()]);
  for (let tries = 0; tries < 100 && alive(grandchild); tries += 1) await delay(20);
  expect(alive(grandchild)).toBe(false);
  expect(() => processes.start("true", [], {})).toThrow(Interrupted);
});
