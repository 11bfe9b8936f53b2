import { join } from "node:path";
import { boundProviders, chooseProviders } from "../../../operations/provider-lock/bound-providers";

const all = boundProviders(join(__dirname, "../../.."));

test("the providers are those of the installed bindings", () => {
  expect(all).toEqual([
    { name: "aws", source: "registry.terraform.io/hashicorp/aws", version: "5.100.0" },
    { name: "random", source: "registry.terraform.io/hashicorp/random", version: "3.7.2" },
  ]);
});

test("some of them can be named, and no others", () => {
  expect(chooseProviders(all, [])).toEqual(all);
  expect(chooseProviders(all, ["random"]).map(({ name }) => name)).toEqual(["random"]);
  expect(() => chooseProviders(all, ["google"])).toThrow("--provider google: stacks use aws, random. See --help.");
});
