import { places, placeWithCluster } from "../../../local/deployment-check/place";
import { Failure } from "../../../operations/failure";
import { first } from "../../support/json";
import { prod } from "../../support/landscapes";
import { AWS_DATABASE, EXISTING_NETWORK, withExistingDatabase, withExistingNetwork } from "../../support/producers";

test("the command is tried in every network that the platform makes", () => {
  expect(places(prod).map(({ network, clusters }) => [network, clusters])).toEqual([
    ["prod-lending-network", ["prod-lending-source-loans"]],
    ["prod-deposits-network", ["prod-deposits-source-deposits"]],
  ]);
  expect(places(first(withExistingNetwork().environments)).map(({ network }) => network)).toEqual([
    "prod-deposits-network",
  ]);
});

test("and on the first cluster in one", () => {
  expect(placeWithCluster(prod).cluster).toBe("prod-lending-source-loans");
  expect(placeWithCluster(first(withExistingDatabase(AWS_DATABASE).environments)).cluster).toBe(
    "prod-deposits-source-deposits",
  );
});

test("a landscape without such stacks is told so", () => {
  const existing = prod.producers.map((each) => ({ ...each, network: EXISTING_NETWORK }));
  expect(() => places({ ...prod, producers: existing })).toThrow(Failure);
  const empty = prod.producers.map((each) => ({ ...each, sources: [] }));
  expect(() => placeWithCluster({ ...prod, producers: empty })).toThrow("no producer of prod has both");
});
