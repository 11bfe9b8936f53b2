import { createInterface } from "node:readline/promises";

/** Asks on the terminal. The end of the input counts as an empty answer. */
export async function promptLine(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // While somebody types, readline takes Ctrl-C for itself.
  terminal.on("SIGINT", () => {
    terminal.close();
    process.kill(process.pid, "SIGINT");
  });
  const closed = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
  try {
    return await Promise.race([terminal.question(question), closed]);
  } catch {
    return "";
  } finally {
    terminal.close();
  }
}
