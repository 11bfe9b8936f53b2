/** What a landscape names and does not make: an emulated account begins empty, a bank's own has it. */
import { CreateRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { isNewNetwork } from "../model/landscape/kinds";
import type { Environment } from "../model/landscape/types";
import { Failure } from "../operations/failure";
import { asAuditor } from "./as-role";

/** A network that stacks look up by its ids. */
interface Network {
  readonly account: string;
  readonly region: string;
  readonly vpcId: string;
  readonly subnets: readonly { readonly id: string; readonly zone: string }[];
}

/** A role that gets policies. */
interface Role {
  readonly account: string;
  readonly arn: string;
}

/** Networks and roles that stacks expect to find. Databases and secrets are only named to DMS, which does not ask for them. */
export function existingThings({ region, producers, consumers }: Environment): {
  readonly networks: readonly Network[];
  readonly roles: readonly Role[];
} {
  return {
    networks: producers.flatMap(({ id: account, network }) =>
      isNewNetwork(network) ? [] : [{ account, region, vpcId: network.vpcId, subnets: network.subnets }],
    ),
    roles: consumers.flatMap(({ id: account, teams }) =>
      teams.flatMap(({ existingRole: arn }) => (arn === undefined ? [] : [{ account, arn }])),
    ),
  };
}

/**
 * Makes what is not there yet.
 * @returns what was looked after, for people
 * @throws Failure when the emulator cannot give a network the ids that it has
 */
export async function makeExisting(environment: Environment, endpoint: string): Promise<readonly string[]> {
  const { networks, roles } = existingThings(environment);
  for (const network of networks) await makeNetwork(network, endpoint);
  for (const role of roles) await makeRole(role, environment.region, endpoint);
  return [...networks.map(({ vpcId }) => vpcId), ...roles.map(({ arn }) => arn)];
}

/** Ids are AWS's choice, so that no API of EC2 takes them: `local/emulator/lake_emulator/networks.py` does. */
async function makeNetwork(network: Network, endpoint: string): Promise<void> {
  const body = JSON.stringify(network);
  const { ok, status } = await fetch(`${endpoint}/lake-emulator/networks`, { method: "POST", body });
  if (!ok) throw new Failure(`${endpoint} does not make network ${network.vpcId}, which exists: status ${status}.`);
}

async function makeRole({ account, arn }: Role, region: string, endpoint: string): Promise<void> {
  const iam = new IAMClient(await asAuditor({ region, endpoint }, account));
  const [, path = "/", name = ""] = /:role(\/(?:.*\/)?)([^/]+)$/.exec(arn) ?? [];
  // Who may take the role on is its owner's to say; here nobody need.
  const trust = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Deny", Action: "sts:AssumeRole", Principal: { AWS: "*" } }],
  };
  try {
    await iam.send(
      new CreateRoleCommand({ RoleName: name, Path: path, AssumeRolePolicyDocument: JSON.stringify(trust) }),
    );
  } catch (error) {
    if (!(error instanceof Error && error.name === "EntityAlreadyExistsException")) throw error;
  }
}
