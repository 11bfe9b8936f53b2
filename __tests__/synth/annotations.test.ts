import { join } from "node:path";
import { Annotations, type App } from "cdktf";
import { annotations, describeAnnotation } from "../../synth/annotations";
import { synthesize } from "../../synth/synthesize";
import { contents, temporaryFolder } from "../support/folders";
import { emptyStack } from "../support/small-stacks";

const place = temporaryFolder();

function printed(build: (app: App) => void): readonly string[] {
  const lines: string[] = [];
  synthesize(build, { folder: join(place(), "out"), print: (line) => lines.push(line) });
  return lines;
}

describe("annotations", () => {
  it("are printed, each with level and construct", () => {
    const lines = printed((app) => {
      const stack = emptyStack(app, "one");
      Annotations.of(stack).addInfo("for your information");
      Annotations.of(stack).addWarning("take care");
    });
    expect(lines).toEqual(["info: [one] for your information", "warning: [one] take care"]);
  });

  it("reach the manifest without a stack trace, which would name places of this machine", () => {
    printed((app) => Annotations.of(emptyStack(app, "one")).addWarning("take care"));
    const manifest = contents(join(place(), "out"))["manifest.json"];
    expect(manifest).toContain("take care");
    expect(manifest).not.toContain(__filename);
  });

  it("are not made up", () => {
    expect(printed((app) => emptyStack(app, "one"))).toEqual([]);
  });

  it("are read from a manifest of any shape", () => {
    expect(
      [undefined, [], {}, { stacks: { one: {} } }, { stacks: { one: { annotations: ["x"] } } }].flatMap(annotations),
    ).toEqual([]);
  });

  it("of an unknown level are information", () => {
    const manifest = {
      stacks: { one: { annotations: [{ level: "@cdktf/new", constructPath: "a/b", message: "m" }] } },
    };
    expect(annotations(manifest).map(describeAnnotation)).toEqual(["info: [a/b] m"]);
  });
});
