import * as v from "valibot";
import { whichever } from "./either";
import { strict } from "./strict";
import { text } from "./values";

const KINDS =
  'write the backend: `{ kind: "local", directory }`, `{ kind: "s3" }` or `{ kind: "cloud", organization, project }`';

/** States must stay below the project folder, wherever it is. */
const local = strict(KINDS, {
  kind: v.literal("local", 'write `"local"`, `"s3"` or `"cloud"`'),
  directory: text(
    /^(?!.*\.\.)[\w.-]+(?:\/[\w.-]+)*$/,
    "write a folder relative to the project, without `..`, for example `state`",
  ),
});

const s3 = strict(KINDS, { kind: v.literal("s3", 'write `"s3"`') });

/** https://developer.hashicorp.com/terraform/cloud-docs/api-docs/organizations, .../projects */
const cloud = strict(KINDS, {
  kind: v.literal("cloud", 'write `"cloud"`'),
  hostname: v.exactOptional(
    text(
      /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?::\d{1,5})?$/,
      "write the DNS name of HCP Terraform or Terraform Enterprise without a scheme, for example `app.terraform.io`",
    ),
  ),
  organization: text(/^[\w-]{3,40}$/, "write the name of the organization: 3 to 40 letters, digits, `_` or `-`"),
  // No colon or wildcard: the name becomes a part of the subject that AWS compares with a run's identity.
  project: text(
    /^(?=.{3,40}$)[\w-]+(?: [\w-]+)*$/,
    "write the name of the project: 3 to 40 letters, digits, inner spaces, `_` or `-`",
  ),
});

/** Where states are kept. */
export const backend = whichever(KINDS, "kind", "cloud", cloud, whichever(KINDS, "kind", "s3", s3, local));
