import { toLink } from "../../../audit/live/catalog";

test("only a database with a target is a link", () => {
  expect(toLink({ Name: "loans" }, "2")).toBeUndefined();
  expect(toLink({ Name: "loans", TargetDatabase: { CatalogId: "1", DatabaseName: "loans" } }, "2")).toMatchObject({
    account: "2",
    name: "loans",
    catalog: "1",
    database: "loans",
  });
});
