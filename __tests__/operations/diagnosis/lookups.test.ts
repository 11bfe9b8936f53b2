import { stepsOf } from "../../../operations/deploy/order/steps";
import { deployFirst, missingUpstream } from "../../../operations/diagnosis/lookups";
import { readManifest } from "../../../operations/manifest";
import { asBlock, stackReader } from "../../../operations/stack-json";
import { prod as environment } from "../../landscape/prod";
import { keptOutput } from "../../support/kept";

const stacks = readManifest(keptOutput({ environments: [environment] }));
const steps = stepsOf(environment, stacks);
const json = stackReader(stacks);

const missing = (stack: string, address: string) => {
  const step = steps.find(({ id }) => id === stack);
  if (step === undefined) throw new Error(`there is no ${stack}`);
  const errors = [{ severity: "error", summary: "couldn't find resource", detail: "", address }];
  return { step, found: missingUpstream(step, errors, steps, json) };
};

/** Address of a stack's lookup of a type, by what it asks for. */
const lookup = (stack: string, type: string, wanted: string): string => {
  const data = asBlock(json(stack)["data"]);
  const name = Object.entries(asBlock(data[type])).find(([, body]) => JSON.stringify(body).includes(wanted))?.[0];
  if (name === undefined) throw new Error(`${stack} looks up no ${type} with ${wanted}`);
  return `data.${type}.${name}`;
};

test.each([
  ["prod-lending-replication-loans", "aws_kms_key", "alias/prod-loans-raw", "prod-governance-storage-loans", 1],
  ["prod-lending-replication-loans", "aws_kms_key", "alias/prod-loans-source", "prod-lending-source-loans", 2],
  ["prod-lending-replication-loans", "aws_vpc", "prod-lending-lake", "prod-lending-network", 2],
  ["prod-lending-source-loans", "aws_subnets", "prod-lending-lake-*", "prod-lending-network", 2],
  ["prod-deposits-credentials", "aws_rds_cluster", "prod-deposits", "prod-deposits-source-deposits", 2],
  ["prod-governance-curation-loans", "aws_kms_key", "alias/prod-loans-curated", "prod-governance-storage-loans", 1],
])("%s: %s of %s is made by %s", (stack, type, wanted, maker, wave) => {
  const address = lookup(stack, type, wanted);
  const { step, found } = missing(stack, address);
  expect(found).toEqual([{ lookup: address, stack: maker, wave }]);
  expect(deployFirst(step, found)).toContain(`Deploy first: ${maker} (wave ${wave}).`);
});

test("what no stack makes is an error like any other", () => {
  const address = lookup("prod-lending-replication-loans", "aws_ec2_managed_prefix_list", "s3");
  expect(missing("prod-lending-replication-loans", address).found).toEqual([]);
});

test("an error of a resource is no missing lookup", () => {
  expect(missing("prod-lending-network", "aws_vpc.network_vpc_4E8F0223").found).toEqual([]);
});

test("every lookup between stacks of the landscape has a maker that comes before", () => {
  const without = steps.flatMap((step) => {
    const data = asBlock(json(step.id)["data"]);
    const addresses = Object.entries(data).flatMap(([type, named]) =>
      Object.keys(asBlock(named)).map((name) => `data.${type}.${name}`),
    );
    return addresses.filter((address) => missing(step.id, address).found.length === 0);
  });
  // AWS's own list of addresses is looked up too, and nothing else may be without a maker.
  expect(without.filter((address) => !address.startsWith("data.aws_ec2_managed_prefix_list."))).toEqual([]);
});
