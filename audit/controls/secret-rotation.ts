import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";
import { fsbp, pci } from "../check/references";

export const secretRotation: Control = {
  id: "secret-rotation",
  sentence: "Every secret is rotated automatically.",
  reason: "A password that nobody changes is known to ever more people.",
  remedy: "add aws_secretsmanager_secret_rotation",
  severity: "medium",
  references: [...fsbp("SecretsManager.1"), ...pci("8.3.9", "8.6.3")],
  check: eachResource(["aws_secretsmanager_secret"], (secret, world) =>
    world.configuring(secret, "aws_secretsmanager_secret_rotation", "secret_id", "name").length > 0
      ? PASS
      : fail("no aws_secretsmanager_secret_rotation names the secret"),
  ),
};
