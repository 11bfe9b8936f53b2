import { clearScreenDown, moveCursor } from "node:readline";
import type { Ending } from "../deploy/order/settle";
import { type Display, duration, ENDING_WORDS } from "./display";

/** What the live display needs of a terminal. */
export type Screen = NodeJS.WritableStream & { readonly columns?: number; readonly rows?: number };

interface Row {
  readonly began: number;
  readonly phase: string;
}

const REDRAW_MILLISECONDS = 1000;

/** The stacks at work in place at the bottom of a terminal, what is over as lines above. */
export class LiveDisplay implements Display {
  private readonly began = Date.now();
  private readonly rows = new Map<string, Row>();
  private readonly timer: NodeJS.Timeout;
  private drawn = 0;
  private over = 0;
  private asking: Promise<unknown> | undefined;
  private held: string[] = [];

  public constructor(
    private readonly screen: Screen,
    private readonly total: number,
    private readonly question: (text: string) => Promise<string>,
  ) {
    this.timer = setInterval(() => this.draw(), REDRAW_MILLISECONDS);
    this.timer.unref();
  }

  public phase(stack: string, phase: string): void {
    this.rows.set(stack, { began: this.rows.get(stack)?.began ?? Date.now(), phase });
    this.draw();
  }

  public ended(stack: string, ending: Ending, summary: string): void {
    const row = this.rows.get(stack);
    this.rows.delete(stack);
    this.over += 1;
    const time = row === undefined ? "" : duration(Date.now() - row.began);
    this.say(`${stack}  ${[ENDING_WORDS[ending], summary, time].filter(Boolean).join(", ")}`);
  }

  public say(text: string): void {
    this.held.push(text);
    this.draw();
  }

  public async ask(question: string): Promise<string> {
    this.draw();
    this.erase();
    const answer = this.question(question);
    this.asking = answer;
    try {
      return await answer;
    } finally {
      this.asking = undefined;
      this.draw();
    }
  }

  public close(): void {
    clearInterval(this.timer);
    this.asking = undefined;
    this.draw();
    this.erase();
  }

  private draw(): void {
    // While somebody types an answer the screen stands still.
    if (this.asking !== undefined) return;
    this.erase();
    for (const text of this.held) this.screen.write(`${text}\n`);
    this.held = [];
    const rows = [...this.rows].slice(0, Math.max(1, (this.screen.rows ?? ROWS) - 3));
    const lines = [
      ...rows.map(([stack, { began, phase }]) => `  ${stack}  ${phase}  ${duration(Date.now() - began)}`),
      `${this.over} of ${this.total} stacks, ${duration(Date.now() - this.began)}`,
    ];
    // A line that wraps would be two, and one of them would stay.
    for (const line of lines) this.screen.write(`${line.slice(0, (this.screen.columns ?? COLUMNS) - 1)}\n`);
    this.drawn = lines.length;
  }

  private erase(): void {
    if (this.drawn === 0) return;
    moveCursor(this.screen, 0, -this.drawn);
    clearScreenDown(this.screen);
    this.drawn = 0;
  }
}

const COLUMNS = 80;
const ROWS = 24;
