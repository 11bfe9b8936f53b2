import * as v from "valibot";
import { consumer, governance, producer } from "./account";
import { backend } from "./backend";
import { query } from "./query";
import { keyed, strict } from "./strict";
import { list, organizationId, region, text, word } from "./values";

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
const tags = keyed(
  'write tags as `{ "cost-centre": "data-platform" }`; `{}` for none',
  text(/^(?!aws:)[\w .:/=+@-]{1,128}$/i, "write up to 128 letters, digits, spaces or `_.:/=+@-`, not `aws:` first"),
  text(/^[\w .:/=+@-]{0,256}$/, "write up to 256 letters, digits, spaces or `_.:/=+@-`"),
);

/** A complete platform. */
export const environment = strict("write an environment: `{ name, organization, organizationId, region, ... }`", {
  name: word("prod"),
  organization: word("examplebank"),
  organizationId,
  region,
  backend,
  tags,
  governance,
  producers: list("write the list of producer accounts; `[]` for none", producer),
  consumers: list("write the list of consumer accounts; `[]` for none", consumer),
  queries: v.exactOptional(list("write the list of saved queries; `[]` for none", query)),
});
