import * as fc from "fast-check";
import { waves } from "../../model/waves";
import { changed, first, sample } from "./landscape/sample";

describe("waves", () => {
  it("deploy governance, then everybody else", () => {
    const order = waves(first(sample.environments));
    expect(order).toMatchObject([
      { number: 1, title: "governance", accounts: [{ name: "governance" }] },
      {
        number: 2,
        title: "producers and consumers",
        accounts: [{ name: "lending" }, { name: "core" }, { name: "risk" }],
      },
    ]);
  });

  it("leave out an empty wave", () => {
    const { environments } = changed(({ environment }) => {
      environment.producers = [];
      environment.consumers = [];
    });
    expect(waves(first(environments)).map(({ title }) => title)).toEqual(["governance"]);
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
