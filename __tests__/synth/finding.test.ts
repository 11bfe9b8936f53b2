import { type Finding, SynthesisError } from "../../synth/finding";

const finding = (stack: string): Finding => ({ stack, place: "aws_x.y", cause: "it is wrong", remedy: "mend it" });

describe("findings as text", () => {
  it("tell stack, place, cause and remedy, and that nothing was changed", () => {
    expect(new SynthesisError([finding("one")]).message).toBe(
      "one: aws_x.y\n  cause:  it is wrong\n  remedy: mend it\n1 finding; the output was not changed.",
    );
  });

  it("are all told at once", () => {
    const { message, findings } = new SynthesisError([finding("one"), finding("two")]);
    expect(message).toMatch(/^one: [^]*\ntwo: [^]*\n2 findings; the output was not changed\.$/);
    expect(findings).toHaveLength(2);
  });
});
