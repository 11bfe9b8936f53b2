/** Engines that the platform makes clusters of. */
export const AURORA_ENGINES = ["aurora-mysql", "aurora-postgresql"] as const;

/** Engines that can be replicated; the plain ones only as databases that exist already. */
export const ENGINES = [...AURORA_ENGINES, "mysql", "postgresql"] as const;

export type AuroraEngine = (typeof AURORA_ENGINES)[number];
export type Engine = (typeof ENGINES)[number];

/** Engines of a family have the same types, the same SQL and the same way of change capture. */
export type EngineFamily = "mysql" | "postgresql";

/** Facts about an engine that several places need. */
export interface EngineFacts {
  readonly family: EngineFamily;
  /** `engine_name` of a DMS endpoint. */
  readonly dmsEngine: "aurora" | "aurora-postgresql" | "mysql" | "postgres";
  readonly port: number;
  /** Log types that Aurora exports to CloudWatch. */
  readonly logExports: readonly string[];
  /**
   * TLS mode of the DMS source endpoint: certificate and host name are verified. MySQL has no plain `require`.
   * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html
   */
  readonly sslMode: "verify-full";
}

const MYSQL = {
  family: "mysql",
  port: 3306,
  logExports: ["audit", "error", "slowquery"],
  sslMode: "verify-full",
} as const;
const POSTGRESQL = { family: "postgresql", port: 5432, logExports: ["postgresql"], sslMode: "verify-full" } as const;

/** Facts of an engine. */
export function engineFacts(engine: Engine): EngineFacts {
  switch (engine) {
    case "aurora-mysql":
      return { ...MYSQL, dmsEngine: "aurora" };
    case "aurora-postgresql":
      return { ...POSTGRESQL, dmsEngine: "aurora-postgresql" };
    case "mysql":
      return { ...MYSQL, dmsEngine: "mysql" };
    case "postgresql":
      return { ...POSTGRESQL, dmsEngine: "postgres" };
  }
}
