import type { DeployedStack } from "./deploy";
import type { SecondPlan } from "./second-plan";

/** Plans what has been deployed, one account after the other, while others are being deployed. */
export class PlanQueue {
  private planned: Promise<readonly SecondPlan[]> = Promise.resolve([]);

  public constructor(private readonly plan: (deployed: readonly DeployedStack[]) => Promise<readonly SecondPlan[]>) {}

  public add(deployed: readonly DeployedStack[]): void {
    const before = this.planned;
    this.planned = before.then(async (plans) => [...plans, ...(await this.plan(deployed))]);
    // A failure is told by all(); until then it must not count as one that nobody handles.
    this.planned.catch(() => undefined);
  }

  /** All plans, as soon as they are done. */
  public async all(): Promise<readonly SecondPlan[]> {
    return await this.planned;
  }
}
