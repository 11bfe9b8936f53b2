import { join } from "node:path";
import { landscape } from "../../accounts";
import { consumerPages } from "../../model/pages";
import { contents } from "../support/folders";

test("the pages of consumer teams are what `npm run pages` writes, and no more", () => {
  expect(contents(join(__dirname, "../../docs/consumers"))).toEqual(Object.fromEntries(consumerPages(landscape)));
});
