import type { Ending } from "../deploy/order/settle";
import { type Display, duration, ENDING_WORDS } from "./display";

/** One line for each thing that happens: for logs and pipelines. */
export class LineDisplay implements Display {
  private readonly began = Date.now();
  private readonly shown = new Map<string, string>();

  public constructor(
    private readonly write: (line: string) => void,
    private readonly question: (text: string) => Promise<string>,
  ) {}

  public phase(stack: string, phase: string): void {
    // Counts of resources would be a line each.
    const word = phase.split(" ")[0] ?? phase;
    if (this.shown.get(stack) === word) return;
    this.shown.set(stack, word);
    this.line(stack, word);
  }

  public ended(stack: string, ending: Ending, summary: string): void {
    this.line(stack, [ENDING_WORDS[ending], summary].filter(Boolean).join(", "));
  }

  public say(text: string): void {
    text.split("\n").forEach((line) => this.write(line));
  }

  public async ask(question: string): Promise<string> {
    return await this.question(question);
  }

  public close(): void {
    // Nothing is held.
  }

  private line(stack: string, text: string): void {
    this.write(`[${duration(Date.now() - this.began)}] ${stack}  ${text}`);
  }
}
