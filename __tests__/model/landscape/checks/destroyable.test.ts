import { destroyable } from "../../../../model/landscape/checks/destroyable";
import { changed } from "../sample";
import { rowsOf } from "./cases";

const leave = (stack: string, expires = "2027-03-31") => ({
  stack,
  reason: "The source has moved",
  owner: "anna@examplebank.example",
  expires,
});
const FILE = "accounts/prod/index.ts";

describe("leave to destroy", () => {
  it.each(
    rowsOf(destroyable, [
      {
        title: "accepts a stack of the environment",
        change: ({ environment }) => {
          environment.destroyable = [leave("prod-lending-source-loans")];
        },
        problems: [],
      },
      {
        title: "refuses a stack twice, one of another environment, and a day that does not exist",
        change: ({ environment }) => {
          environment.destroyable = [
            leave("prod-lending-network"),
            leave("prod-lending-network"),
            leave("staging-lending-network", "2027-02-30"),
          ];
        },
        problems: [
          [FILE, "destroyable[1].stack", '"prod-lending-network"', "remove it: the stack is listed already"],
          [
            FILE,
            "destroyable[2].stack",
            '"staging-lending-network"',
            "write a stack of prod, or move it to its own environment",
          ],
          [FILE, "destroyable[2].expires", '"2027-02-30"', "write a day of the calendar, for example `2027-03-31`"],
        ],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });

  it("ends on its last day", () => {
    const landscape = changed(({ environment }) => {
      environment.destroyable = [leave("prod-lending-network")];
    });
    expect(destroyable(landscape, { today: "2027-03-31" })).toEqual([]);
    expect(destroyable(landscape, { today: "2027-04-01" }).map(({ path, remedy }) => [path, remedy])).toEqual([
      ["destroyable[0].expires", "remove it, or write a later day: it ended before 2027-04-01"],
    ]);
  });
});
