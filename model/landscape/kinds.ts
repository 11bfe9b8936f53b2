/** Which member of a union of the landscape something is. Works on drafts too, which may miss everything else. */
import type { Network } from "./types";

/** The members of a union that have a property. */
type With<T, Key extends PropertyKey> = T extends unknown ? (Key extends keyof T ? T : never) : never;

/** Whether a source is a database that exists already. */
export const isExisting = <T extends object>(source: T): source is With<T, "existing"> => "existing" in source;

/** Whether the platform makes a network. */
export const isNewNetwork = <T extends object>(network: T): network is With<T, "cidr"> => !("vpcId" in network);

/** Whether DMS Serverless copies a source. */
export const isServerless = <T extends object>(replication: T): replication is With<T, "maximumCapacity"> =>
  "maximumCapacity" in replication;

/** Availability zones of a network, in the order of its subnets. */
export const zonesOf = (network: Network): readonly string[] =>
  isNewNetwork(network) ? network.zones : network.subnets.map(({ zone }) => zone);
