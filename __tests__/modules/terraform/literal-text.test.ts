import { literalText } from "../../../modules/terraform/literal-text";

test.each([
  ["${note}", "$${note}"],
  ["%{ if x }", "%%{ if x }"],
  ["5 $ and {braces}", "5 $ and {braces}"],
])("%s reaches Terraform as %s, which it does not evaluate", (before, after) => {
  expect(literalText(before)).toBe(after);
});
