import { EventEmitter, once } from "node:events";
import { Writable } from "node:stream";
import { duration } from "../../../operations/display/display";
import { LineDisplay } from "../../../operations/display/line-display";
import { LiveDisplay } from "../../../operations/display/live-display";

const noAnswer = (): Promise<string> => Promise.resolve("");

test("durations are short", () => {
  expect([duration(400), duration(59_400), duration(61_000)]).toEqual(["0 s", "59 s", "1 min 1 s"]);
});

test("lines say each phase once, without counts, and each end with its reason", () => {
  const lines: string[] = [];
  const display = new LineDisplay((line) => lines.push(line), noAnswer);
  display.phase("a", "planning");
  display.phase("a", "applying 1 of 2");
  display.phase("a", "applying 2 of 2");
  display.ended("a", "done", "2 changes");
  display.ended("b", "blocked", "needs a");
  expect(lines.map((line) => line.replace(/^\[\d+ s\] /, ""))).toEqual([
    "a  planning",
    "a  applying",
    "a  done, 2 changes",
    "b  held up, needs a",
  ]);
});

/** A terminal that keeps what it was sent. */
class Screen extends Writable {
  public readonly columns = 40;
  public readonly rows = 24;
  public text = "";
  public override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

const ESCAPE = "\u001b[";

/** What a person sees: each jump up takes lines away again. */
function seen(text: string): readonly string[] {
  const lines: string[] = [];
  for (const part of text.split(ESCAPE)) {
    const [, up, rest] = /^(\d+)([AJ])/.exec(part) ?? [];
    if (rest === "A") lines.splice(lines.length - Number(up));
    lines.push(
      ...part
        .replace(/^\d+[AJ]/, "")
        .split("\n")
        .slice(0, -1),
    );
  }
  return lines;
}

test("on a terminal the stacks at work stand below what is over, in place, and go at the end", () => {
  const screen = new Screen();
  const display = new LiveDisplay(screen, 2, noAnswer);
  display.phase("a", "planning");
  display.phase("b", "planning");
  display.phase("a", "applying 1 of 2");
  expect(seen(screen.text)).toEqual(["  a  applying 1 of 2  0 s", "  b  planning  0 s", "0 of 2 stacks, 0 s"]);
  display.ended("a", "done", "2 changes");
  expect(seen(screen.text)).toEqual(["a  done, 2 changes, 0 s", "  b  planning  0 s", "1 of 2 stacks, 0 s"]);
  display.close();
  expect(seen(screen.text)).toEqual(["a  done, 2 changes, 0 s"]);
});

test("no line wraps, and nothing moves while somebody types", async () => {
  const screen = new Screen();
  const typed = new EventEmitter();
  const display = new LiveDisplay(screen, 1, async () => {
    await once(typed, "enter");
    return "yes";
  });
  display.phase("a".repeat(60), "planning");
  expect(seen(screen.text)[0]).toHaveLength(39);
  const asked = display.ask("apply? ");
  const before = screen.text;
  display.phase("b", "planning");
  display.say("later");
  expect(screen.text).toBe(before);
  typed.emit("enter");
  await expect(asked).resolves.toBe("yes");
  expect(seen(screen.text)).toContain("later");
  display.close();
});
