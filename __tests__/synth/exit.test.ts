import { LandscapeError } from "../../model/landscape/problem";
import { exitWith } from "../../synth/exit";
import { SynthesisError } from "../../synth/finding";

describe("exitWith", () => {
  const said = jest.spyOn(console, "error").mockImplementation(() => undefined);
  afterEach(() => {
    process.exitCode = undefined;
    said.mockClear();
  });
  afterAll(() => said.mockRestore());

  it.each([new LandscapeError([]), new SynthesisError([])])("tells the message of a foreseen %s alone", (error) => {
    exitWith(error);
    expect(process.exitCode).toBe(1);
    expect(said.mock.calls).toEqual([[error.message]]);
  });

  it("tells everything about what nobody foresaw", () => {
    const error = new TypeError("x is undefined");
    exitWith(error);
    expect(process.exitCode).toBe(1);
    expect(said.mock.calls).toEqual([[error]]);
  });
});
