/** An object that a bucket does not take, or would not have taken in AWS: which, and why. */
export class StoreError extends Error {
  public override readonly name = "StoreError";
}
