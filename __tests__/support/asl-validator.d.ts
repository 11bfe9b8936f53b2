/** asl-validator 4.0.0 brings no types. */
declare module "asl-validator" {
  interface Verdict {
    readonly isValid: boolean;
    readonly errorsText: () => string;
  }
  export default function validate(definition: object, options?: { readonly checkArn?: boolean }): Verdict;
}
