import type { Display } from "../../display/display";
import type { StackContext } from "../stack/context";
import { showPlan } from "../stack/plan";

/** Decides about plans, one after the other. */
export class Approval {
  private everything: boolean;
  private nothing = false;
  private queue: Promise<unknown> = Promise.resolve();

  public constructor(
    private readonly display: Display,
    private readonly verb: "apply" | "destroy",
    auto: boolean,
  ) {
    this.everything = auto;
  }

  /** Whether somebody asked for no more. */
  public get over(): boolean {
    return this.nothing;
  }

  /** Shows the plan and asks, unless everything is approved already. */
  public async of(context: StackContext): Promise<boolean> {
    const turn = this.queue.then(() => this.decide(context));
    this.queue = turn.catch(() => undefined);
    return await turn;
  }

  private async decide(context: StackContext): Promise<boolean> {
    if (this.everything) return true;
    if (this.nothing) return false;
    this.display.say(`\n${context.step.id}\n${(await showPlan(context)).trim()}`);
    const answer = await this.display.ask(
      `\n${this.verb} this plan of ${context.step.id}? yes, no, all (and every later plan of this run), quit: `,
    );
    const word = answer.trim().toLowerCase();
    if (word === "all") this.everything = true;
    if (word === "quit") this.nothing = true;
    return word === "yes" || word === "all";
  }
}
