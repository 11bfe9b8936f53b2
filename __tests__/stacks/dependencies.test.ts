import { accountPart } from "../support/bank";
import { block, list, text } from "../support/json";
import type { Synthesized } from "../support/output";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

const dependencies = ({ manifest }: Synthesized): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(block(manifest["stacks"])).map(([id, stack]) => [id, list(block(stack)["dependencies"]).map(text)]),
  );

const edges = dependencies(bank);

/** Everything that is deployed before a stack, however far back. */
const before = (id: string): readonly string[] => (edges[id] ?? []).flatMap((earlier) => [earlier, ...before(earlier)]);

describe("dependencies between stacks", () => {
  it("are these", () => {
    expect(edges).toEqual({
      "prod-deposits-bootstrap": [],
      "prod-deposits-credentials": ["prod-deposits-source-deposits"],
      "prod-deposits-monitoring": ["prod-deposits-bootstrap"],
      "prod-deposits-network": ["prod-deposits-bootstrap"],
      "prod-deposits-readiness-deposits": ["prod-deposits-source-deposits", "prod-deposits-credentials"],
      "prod-deposits-reconciliation-deposits": [
        "prod-deposits-source-deposits",
        "prod-deposits-credentials",
        "prod-deposits-readiness-deposits",
      ],
      "prod-deposits-replication-deposits": [
        "prod-deposits-network",
        "prod-deposits-monitoring",
        "prod-deposits-source-deposits",
        "prod-deposits-credentials",
        "prod-deposits-readiness-deposits",
      ],
      "prod-deposits-source-deposits": ["prod-deposits-network"],
      "prod-finance-bootstrap": [],
      "prod-finance-analytics": ["prod-finance-bootstrap"],
      "prod-governance-bootstrap": [],
      "prod-governance-access-finance": [
        "prod-governance-lake",
        "prod-governance-catalog-loans",
        "prod-governance-catalog-deposits",
      ],
      "prod-governance-access-risk": [
        "prod-governance-lake",
        "prod-governance-catalog-loans",
        "prod-governance-catalog-deposits",
      ],
      "prod-governance-catalog-deposits": ["prod-governance-lake", "prod-governance-storage-deposits"],
      "prod-governance-catalog-loans": ["prod-governance-lake", "prod-governance-storage-loans"],
      "prod-governance-curation-deposits": ["prod-governance-storage-deposits", "prod-governance-catalog-deposits"],
      "prod-governance-curation-loans": ["prod-governance-storage-loans", "prod-governance-catalog-loans"],
      "prod-governance-lake": ["prod-governance-bootstrap"],
      "prod-governance-reconciliation-deposits": [
        "prod-governance-lake",
        "prod-governance-storage-deposits",
        "prod-governance-catalog-deposits",
      ],
      "prod-governance-reconciliation-loans": [
        "prod-governance-lake",
        "prod-governance-storage-loans",
        "prod-governance-catalog-loans",
      ],
      "prod-governance-storage-deposits": ["prod-governance-lake"],
      "prod-governance-storage-loans": ["prod-governance-lake"],
      "prod-governance-trail": ["prod-governance-lake"],
      "prod-lending-bootstrap": [],
      "prod-lending-credentials": ["prod-lending-source-loans"],
      "prod-lending-monitoring": ["prod-lending-bootstrap"],
      "prod-lending-network": ["prod-lending-bootstrap"],
      "prod-lending-readiness-loans": ["prod-lending-source-loans", "prod-lending-credentials"],
      "prod-lending-reconciliation-loans": [
        "prod-lending-source-loans",
        "prod-lending-credentials",
        "prod-lending-readiness-loans",
      ],
      "prod-lending-replication-loans": [
        "prod-lending-network",
        "prod-lending-monitoring",
        "prod-lending-source-loans",
        "prod-lending-credentials",
        "prod-lending-readiness-loans",
      ],
      "prod-lending-source-loans": ["prod-lending-network"],
      "prod-risk-bootstrap": [],
      "prod-risk-analytics": ["prod-risk-bootstrap"],
    });
  });

  it.each(bank.ids)("of %s stay inside its account, so that a by-account glob is never refused", (id) => {
    expect(before(id).filter((other) => accountPart(other) !== accountPart(id))).toEqual([]);
  });

  it.each(bank.ids)("of %s never lead back to it", (id) => {
    expect(before(id)).not.toContain(id);
  });

  it.each([
    ["prod-lending", ["bootstrap", "network", "source-loans", "credentials", "readiness-loans", "replication-loans"]],
    ["prod-governance", ["bootstrap", "lake", "storage-loans", "catalog-loans", "curation-loans"]],
  ])("of %s put %j in this order", (account, concerns) => {
    const order = concerns.map((concern) => `${account}-${concern}`);
    for (const [position, id] of order.entries())
      expect(before(id)).toEqual(expect.arrayContaining(order.slice(0, position)));
  });
});
