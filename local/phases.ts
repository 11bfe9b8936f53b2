import type { Terminal } from "../operations/terminal";

/** Runs the parts of a command one after the other and says how long each took. */
export class Phases {
  private readonly began = Date.now();

  public constructor(private readonly terminal: Terminal) {}

  public async run<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
    const began = Date.now();
    this.terminal.heading(`\n${title}`);
    const result = await work();
    this.terminal.detail(`${secondsSince(began)} s`);
    return result;
  }

  /** Seconds since the first phase. */
  public total(): string {
    return secondsSince(this.began);
  }
}

const secondsSince = (began: number): string => ((Date.now() - began) / 1000).toFixed(1);
