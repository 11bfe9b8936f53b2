/** Database engines that can be replicated. */
export const ENGINES = ["aurora-mysql", "aurora-postgresql"] as const;

export type Engine = (typeof ENGINES)[number];

/** Facts about an engine that several places need. */
export interface EngineFacts {
  /** `engine_name` of a DMS endpoint. */
  readonly dmsEngine: "aurora" | "aurora-postgresql";
  readonly port: number;
  /** Log types that Aurora exports to CloudWatch. */
  readonly logExports: readonly string[];
  /**
   * TLS mode of the DMS source endpoint: certificate and host name are verified. MySQL has no plain `require`.
   * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html
   */
  readonly sslMode: "verify-full";
}

/** Facts of an engine. */
export function engineFacts(engine: Engine): EngineFacts {
  switch (engine) {
    case "aurora-mysql":
      return { dmsEngine: "aurora", port: 3306, logExports: ["audit", "error", "slowquery"], sslMode: "verify-full" };
    case "aurora-postgresql":
      return { dmsEngine: "aurora-postgresql", port: 5432, logExports: ["postgresql"], sslMode: "verify-full" };
  }
}
