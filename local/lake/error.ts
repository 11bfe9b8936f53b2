/** Something deployed that this lake does not imitate, or that Athena would refuse: which, and what was found. */
export class LakeError extends Error {
  public override readonly name = "LakeError";
}
