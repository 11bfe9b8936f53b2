import { existingThings } from "../../local/existing";
import { everything } from "../landscape/everything";
import { prod } from "../support/landscapes";

test("networks and roles of the landscape that no stack makes are known", () => {
  expect(existingThings(everything)).toEqual({
    networks: [
      {
        account: "710000000003",
        region: "eu-west-1",
        vpcId: "vpc-0a1b2c3d4e5f60718",
        subnets: [
          { id: "subnet-0a1b2c3d4e5f60711", zone: "eu-west-1a" },
          { id: "subnet-0a1b2c3d4e5f60712", zone: "eu-west-1b" },
        ],
      },
    ],
    roles: [{ account: "710000000005", arn: "arn:aws:iam::710000000005:role/planners" }],
  });
});

test("a landscape that makes everything needs nothing", () => {
  expect(existingThings(prod)).toEqual({ networks: [], roles: [] });
});
