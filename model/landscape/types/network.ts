/** The network that databases and DMS are in: a new one, or one that the account has already. */
export type Network = NewNetwork | ExistingNetwork;

/** A private network without a route to the internet. */
export interface NewNetwork {
  /** IPv4 block of the VPC, /16 to /24, overlapping no other network of the environment. */
  readonly cidr: string;
  /** Two or three availability zones, for example `eu-central-1a`; each gets one subnet. */
  readonly zones: readonly string[];
}

/** A network that is not changed: its VPC endpoints, routes and flow logs are its owner's. */
export interface ExistingNetwork {
  /** For example `vpc-0a1b2c3d4e5f60718`. */
  readonly vpcId: string;
  /** Subnets for databases and DMS, in two or three availability zones. */
  readonly subnets: readonly ExistingSubnet[];
}

/** A subnet of an existing network. A plan fails when it is not in this VPC and zone. */
export interface ExistingSubnet {
  readonly id: string;
  readonly zone: string;
}
