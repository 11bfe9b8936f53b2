import type { Landscape } from "../../../model/landscape/types";
import { estimate } from "../../../operations/costs/estimate";
import { mergesPerTable, resourceItems } from "../../../operations/costs/items";
import { costsPage } from "../../../operations/costs/page";
import { PRICES } from "../../../operations/costs/prices";
import { USAGE } from "../../../operations/costs/usage";
import { withLoans } from "../../support/landscapes";
import { synthesized } from "../../support/synthesized";

function costs(landscape?: Landscape) {
  const bank = synthesized(landscape);
  return estimate(
    bank.ids.map((id) => ({ id, json: bank.stack(id) })),
    USAGE,
  );
}

const of = (accounts: ReturnType<typeof costs>, account: string) =>
  new Map(accounts.find((each) => each.account === account)?.items.map((item) => [item.what, item]));

describe("the costs of an environment", () => {
  const prod = costs();

  it("stand on one page for all environments, side by side", () => {
    const page = costsPage(
      [
        { name: "prod", accounts: prod },
        { name: "small", accounts: [] },
      ],
      USAGE,
    );
    expect(page).toContain("| account | prod, dollars a month | small, dollars a month |");
    expect(page).toContain("| lending | 746 |  |");
    expect(page).toContain("| **all** | **1642** | **0.00** |");
    expect(page).not.toContain("Not in these sums");
  });

  it("are counted in each account, dearest first, and add up", () => {
    expect(prod.map(({ account }) => account).toSorted()).toEqual([
      "deposits",
      "finance",
      "governance",
      "lending",
      "risk",
    ]);
    for (const { items, dollars } of prod) {
      expect(items.map((each) => each.dollars)).toEqual(items.map((each) => each.dollars).toSorted((a, b) => b - a));
      expect(dollars).toBeCloseTo(items.reduce((sum, each) => sum + each.quantity * PRICES[each.price].dollars, 0));
    }
  });

  it("follow the landscape: a third instance, merges every minute", () => {
    const more = costs(withLoans({ instances: 3 }));
    expect(of(more, "lending").get("Aurora instances")?.quantity).toBe(3 * USAGE.hours);
    expect(of(more, "deposits").get("Aurora instances")?.quantity).toBe(2 * USAGE.hours);
    const often = of(costs(withLoans({ mergeEveryMinutes: 1 })), "governance").get("Merges: Athena")?.quantity ?? 0;
    expect(often).toBeGreaterThan(2 * (of(prod, "governance").get("Merges: Athena")?.quantity ?? 0));
  });

  it("leave out what has no price, and say so", () => {
    const large = costs(withLoans({ instanceClass: "db.r6g.16xlarge" }));
    expect(of(large, "lending").has("Aurora instances")).toBe(false);
    expect(costsPage([{ name: "prod", accounts: large }], USAGE)).toContain(
      "Not in these sums, since no price is assumed for it: `aurora db.r6g.16xlarge`. Add it to `operations/costs/prices.ts`.",
    );
  });
});

test("what costs nothing by itself is left out", () => {
  expect(resourceItems([{ type: "aws_iam_role", name: "r", body: {} }], USAGE)).toEqual([]);
  const gateway = { type: "aws_vpc_endpoint", name: "s3", body: { vpc_endpoint_type: "Gateway" } };
  expect(resourceItems([gateway], USAGE)).toEqual([]);
});

const schedule = (schedule_expression: string) => ({
  type: "aws_scheduler_schedule",
  name: "s",
  body: { schedule_expression },
});

test("merges are counted by the schedule's rate; a daily one is none", () => {
  expect(mergesPerTable([schedule("rate(5 minutes)"), schedule("cron(0 3 * * ? *)")], USAGE)).toBe(USAGE.hours * 12);
  expect(mergesPerTable([schedule("rate(1 minute)")], USAGE)).toBe(USAGE.hours * 60);
});
