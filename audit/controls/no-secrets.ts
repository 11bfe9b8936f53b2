import { at, type Control } from "../check/control";
import { fail, PASS } from "../check/judge";
import { secretsIn } from "../secrets/scan";

export const noSecrets: Control = {
  id: "no-secrets",
  sentence: "Nothing in the JSON looks like a credential.",
  reason: "The JSON lies in repositories, build logs and plans.",
  remedy: "change the credential, since it is known now; then read it from a secret at run time",
  severity: "critical",
  references: [],
  check: ({ stacks }) =>
    stacks.flatMap((stack) => {
      const secrets = secretsIn(stack);
      const [file = ""] = stack.files;
      if (secrets.length === 0) return [at({ stack: stack.id, file, address: "stack", pointer: "" }, PASS)];
      return secrets.map(({ place, what }) => at(place, fail(`${place.pointer} looks like ${what}`)));
    }),
};
