import { eachResource } from "./output-guard";

/** Roles that the bootstrap makes for deployments themselves: an administrator made them, and no deployment can. */
const BOOTSTRAP = /-bootstrap$/;

/** Every role of a deployment is bounded: without that, a deployment could make a role that may do more than itself. */
export const boundaryGuard = eachResource("aws_iam_role", ({ stack, body }) =>
  BOOTSTRAP.test(stack) || typeof body["permissions_boundary"] === "string"
    ? undefined
    : {
        cause: "the role has no permissions boundary, so the deploy role may not make it",
        remedy: "use ServiceRole, or set permissionsBoundary: boundaryOf(this) (modules/role/boundary.ts)",
      },
);
