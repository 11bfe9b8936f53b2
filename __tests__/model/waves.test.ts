import * as fc from "fast-check";
import { waves } from "../../model/waves";
import { changed, first, sample } from "./landscape/sample";

describe("waves", () => {
  it("deploy governance, then producers, then consumers", () => {
    const order = waves(first(sample.environments));
    expect(order).toMatchObject([
      { number: 1, title: "governance", accounts: [{ name: "governance" }] },
      { number: 2, title: "producers", accounts: [{ name: "lending" }, { name: "core" }] },
      { number: 3, title: "consumers", accounts: [{ name: "risk" }] },
    ]);
  });

  it("leave out empty waves and count on without a gap", () => {
    const { environments } = changed(({ environment }) => {
      environment.producers = [];
    });
    const order = waves(first(environments)).map(({ number, title }) => [number, title]);
    expect(order).toEqual([
      [1, "governance"],
      [2, "consumers"],
    ]);
  });

  it("contain every account once", () => {
    const size = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(size, size, (producers, consumers) => {
        const { environments } = changed(({ environment, lending, risk }) => {
          environment.producers = Array.from({ length: producers }, (_, index) => ({ ...lending, name: `p${index}` }));
          environment.consumers = Array.from({ length: consumers }, (_, index) => ({ ...risk, name: `c${index}` }));
        });
        const all = waves(first(environments)).flatMap(({ accounts }) => accounts.map(({ name }) => name));
        expect(new Set(all).size).toBe(1 + producers + consumers);
        expect(all).toHaveLength(1 + producers + consumers);
      }),
    );
  });
});
