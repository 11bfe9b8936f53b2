import * as v from "valibot";
import { consumer, governance, producer } from "./account";
import { backend } from "./backend";
import { deployment } from "./deployment";
import { query } from "./query";
import { keyed, strict } from "./strict";
import { emailAddress, list, organizationId, region, sentence, text, word } from "./values";

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
const tags = keyed(
  'write tags as `{ "cost-centre": "data-platform" }`; `{}` for none',
  text(/^(?!aws:)[\w .:/=+@-]{1,128}$/i, "write up to 128 letters, digits, spaces or `_.:/=+@-`, not `aws:` first"),
  text(/^[\w .:/=+@-]{0,256}$/, "write up to 256 letters, digits, spaces or `_.:/=+@-`"),
);

const destroyable = strict("write what may be destroyed: `{ stack, reason, owner, expires }`", {
  stack: text(/^[a-z0-9-]+$/, "write the id of a stack, for example `prod-lending-source-loans`"),
  reason: sentence("write why its data may be destroyed"),
  owner: emailAddress("who answers for it"),
  expires: text(/^\d{4}-\d{2}-\d{2}$/, "write the last day on which it holds, for example `2027-03-31`"),
});

/** A complete platform. */
export const environment = strict("write an environment: `{ name, organization, organizationId, region, ... }`", {
  name: word("prod"),
  organization: word("examplebank"),
  organizationId,
  region,
  backend,
  deployment: v.exactOptional(deployment),
  tags,
  governance,
  producers: list("write the list of producer accounts; `[]` for none", producer),
  consumers: list("write the list of consumer accounts; `[]` for none", consumer),
  queries: v.exactOptional(list("write the list of saved queries; `[]` for none", query)),
  destroyable: v.exactOptional(list("write the list of stacks that may be destroyed; `[]` for none", destroyable)),
});
