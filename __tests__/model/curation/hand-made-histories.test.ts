/** Histories that have broken other tools, run through the machine on a real engine. */
import { LOANS, Scene } from "../../support/merge/scene";

const DAY = "2026-11-22";
const YESTERDAY = "2026-11-21";

/** A scene whose load is merged: loan 1 of 10.00 and loan 2 of 20.00. */
async function loaded(): Promise<Scene> {
  const scene = await Scene.of();
  scene.clock(`${DAY} 08:10`);
  await scene.load(1, `${DAY} 08:00:00`, { 1: "10.00", 2: "20.00" });
  await scene.file(`${DAY} 08:05:00`, { op: "I", id: 3, amount: "30.00", at: `${DAY} 08:04:00` });
  await scene.machine.run();
  expect(await scene.rows()).toEqual(["1|10.00", "2|20.00", "3|30.00"]);
  scene.clock(`${DAY} 12:00`);
  return scene;
}

describe("a full load", () => {
  it("is older than every change, whatever time its rows carry", async () => {
    const scene = await Scene.of();
    await scene.load(1, `${DAY} 10:05:00`, { 1: "10.00", 2: "20.00" });
    await scene.file(
      `${DAY} 10:10:00`,
      { op: "U", id: 1, amount: "11.00", at: `${DAY} 10:02:00` },
      { op: "D", id: 2, at: `${DAY} 10:03:00` },
    );
    await scene.machine.run();
    expect(await scene.rows()).toEqual(["1|11.00"]);
  });

  it("fills an empty table while it grows, and again only when it has grown", async () => {
    const scene = await Scene.of();
    await scene.load(1, `${DAY} 08:00:00`, { 1: "10.00" });
    expect((await scene.machine.run()).states).toContain("Load");
    expect(await scene.rows()).toEqual(["1|10.00"]);
    expect((await scene.machine.run()).states).not.toContain("Load");
    await scene.load(2, `${DAY} 08:00:00`, { 2: "20.00" });
    await scene.machine.run();
    expect(await scene.rows()).toEqual(["1|10.00", "2|20.00"]);
    expect(scene.machine.remembered("loan")["generation"]).toBe("0");
  });

  it("is complete with the table's first change, and is not read again", async () => {
    const scene = await loaded();
    expect(scene.machine.remembered("loan")["generation"]).toBe("1");
    await scene.file(`${DAY} 11:00:00`, { op: "D", id: 1, at: `${DAY} 10:59:00` });
    const { states } = await scene.machine.run();
    expect(states).toContain("Merge");
    expect(states).not.toContain("Load");
    expect(await scene.rows()).toEqual(["2|20.00", "3|30.00"]);
  });

  it("of a table without changes is complete when somebody says so", async () => {
    const scene = await Scene.of();
    await scene.load(1, `${DAY} 08:00:00`, { 1: "10.00" });
    await scene.machine.run();
    await scene.machine.run({ rebuild: true });
    expect(scene.machine.remembered("loan")["generation"]).toBe("1");
    expect((await scene.machine.run()).states).toContain("Look at window");
    expect(await scene.rows()).toEqual(["1|10.00"]);
  });

  it("takes no change file for one of its own, though the table over the folder shows both", async () => {
    const scene = await Scene.of();
    await scene.load(1, `${DAY} 08:00:00`, { 1: "10.00" });
    await scene.file(`${DAY} 08:05:00`, { op: "I", id: 1, amount: "1.00", at: `${DAY} 08:04:00`, sequence: 2 });
    await scene.file(`${DAY} 08:06:00`, { op: "D", id: 1, at: `${DAY} 08:04:00`, sequence: 3 });
    await scene.machine.run();
    expect(await scene.rows()).toEqual([]);
  });
});

describe("changes", () => {
  it("of a key that is deleted leave it deleted", async () => {
    const scene = await loaded();
    await scene.file(`${DAY} 11:00:00`, { op: "D", id: 1, at: `${DAY} 10:59:00` });
    await scene.machine.run();
    await scene.file(`${DAY} 11:01:00`, { op: "U", id: 1, amount: "99.00", at: `${DAY} 10:58:00`, sequence: 0 });
    await scene.machine.run();
    expect(await scene.rows()).toEqual(["2|20.00", "3|30.00"]);
  });

  it("that insert a deleted key again bring it back", async () => {
    const scene = await loaded();
    await scene.file(
      `${DAY} 11:00:00`,
      { op: "D", id: 1, at: `${DAY} 10:59:00` },
      { op: "I", id: 1, amount: "15.00", at: `${DAY} 10:59:00` },
    );
    await scene.machine.run();
    expect(await scene.rows()).toContain("1|15.00");
  });

  it("of one second are ordered by their sequence, not by their place in the files", async () => {
    const scene = await loaded();
    const at = `${DAY} 10:59:00`;
    await scene.file(`${DAY} 11:00:00`, { op: "U", id: 1, amount: "13.00", at, sequence: 103 });
    await scene.file(
      `${DAY} 11:01:00`,
      { op: "U", id: 1, amount: "12.00", at, sequence: 102 },
      { op: "U", id: 1, amount: "11.00", at, sequence: 99 },
    );
    await scene.machine.run();
    expect(await scene.rows()).toContain("1|13.00");
  });

  it("of yesterday that are written today are merged by the next run", async () => {
    const scene = await loaded();
    await scene.file(`${DAY} 11:00:00`, { op: "U", id: 1, amount: "11.00", at: `${DAY} 10:59:00` });
    await scene.machine.run();
    await scene.file(`${DAY} 11:30:00`, { op: "U", id: 2, amount: "22.00", at: `${YESTERDAY} 10:00:00` });
    await scene.machine.run();
    expect(await scene.rows()).toEqual(["1|11.00", "2|22.00", "3|30.00"]);
  });

  it("of last week that are written today wait for the night", async () => {
    const scene = await loaded();
    await scene.file(`${DAY} 11:30:00`, { op: "U", id: 2, amount: "22.00", at: "2026-11-17 10:00:00" });
    await scene.machine.run();
    expect(await scene.rows()).toContain("2|20.00");
    await scene.machine.run({ wide: true, patient: true });
    expect(await scene.rows()).toContain("2|22.00");
  });

  it("of an outage of days are merged by the first run after it", async () => {
    const scene = await loaded();
    scene.clock("2026-11-27 12:00");
    await scene.machine.run();
    for (const day of ["23", "24", "25", "26"]) {
      await scene.file("2026-11-27 11:59:00", { op: "U", id: 1, amount: `${day}.00`, at: `2026-11-${day} 09:00:00` });
    }
    await scene.machine.run();
    expect(await scene.rows()).toContain("1|26.00");
  });

  it("that come twice, or again after newer ones, change nothing", async () => {
    const scene = await loaded();
    const old = { op: "U", id: 1, amount: "11.00", at: `${DAY} 10:00:00`, sequence: 100 } as const;
    const newer = { op: "U", id: 1, amount: "12.00", at: `${DAY} 10:30:00`, sequence: 101 } as const;
    await scene.file(`${DAY} 11:00:00`, old, newer, newer);
    await scene.machine.run();
    await scene.file(`${DAY} 11:05:00`, old);
    await scene.machine.run();
    expect(await scene.rows()).toContain("1|12.00");
  });

  it("with a clock far ahead at the source do not hide the next ones", async () => {
    const scene = await loaded();
    await scene.file(`${DAY} 11:00:00`, { op: "U", id: 1, amount: "11.00", at: "2026-11-24 00:00:00" });
    await scene.machine.run();
    await scene.file(`${DAY} 11:30:00`, { op: "U", id: 2, amount: "22.00", at: `${DAY} 11:29:00` });
    await scene.machine.run();
    expect(await scene.rows()).toContain("2|22.00");
  });

  it("of a key leave the row of the old key, when the source logs an update only", async () => {
    const scene = await loaded();
    await scene.file(`${DAY} 11:00:00`, { op: "U", id: 7, amount: "10.00", at: `${DAY} 10:59:00` });
    await scene.machine.run();
    expect(await scene.rows()).toEqual(["1|10.00", "2|20.00", "3|30.00", "7|10.00"]);
  });

  it("of a key that come as deletion and insertion move the row", async () => {
    const scene = await loaded();
    const at = `${DAY} 10:59:00`;
    await scene.file(`${DAY} 11:00:00`, { op: "D", id: 1, at }, { op: "I", id: 7, amount: "10.00", at });
    await scene.machine.run();
    expect(await scene.rows()).toEqual(["2|20.00", "3|30.00", "7|10.00"]);
  });
});

describe("a reload", () => {
  const second = { ...LOANS, generation: 2 };

  it("keeps the rows of before until it is complete, then drops what it does not have", async () => {
    const scene = await loaded();
    await scene.lake.nextGeneration("loan");
    scene.machine.deploy(second);
    await scene.load(1, `${DAY} 12:05:00`, { 2: "21.00" });
    scene.clock(`${DAY} 12:10`);
    const waiting = await scene.machine.run();
    expect(waiting).toMatchObject({ status: "SUCCEEDED" });
    expect(waiting.states).toContain("Waiting for load");
    expect(scene.machine.metrics).toContain("WaitingForLoad loan 1");
    expect(await scene.rows()).toEqual(["1|10.00", "2|20.00", "3|30.00"]);
    await scene.load(2, `${DAY} 12:05:00`, { 4: "40.00" });
    await scene.file(`${DAY} 12:15:00`, { op: "U", id: 4, amount: "41.00", at: `${DAY} 12:04:00` });
    scene.clock(`${DAY} 12:20`);
    await scene.machine.run();
    expect(await scene.rows()).toEqual(["2|21.00", "4|41.00"]);
    expect(scene.machine.remembered("loan")["generation"]).toBe("2");
  });

  it("of a table without changes ends when somebody says so", async () => {
    const scene = await loaded();
    await scene.lake.nextGeneration("loan");
    scene.machine.deploy(second);
    await scene.load(1, `${DAY} 12:05:00`, { 2: "21.00" });
    await scene.machine.run({ rebuild: true, only: "loan" });
    expect(await scene.rows()).toEqual(["2|21.00"]);
  });
});

describe("what is remembered", () => {
  it("can be lost: the next run makes the table anew", async () => {
    const scene = await loaded();
    await scene.file(`${DAY} 11:00:00`, { op: "D", id: 1, at: `${DAY} 10:59:00` });
    await scene.machine.run();
    const { machine } = scene;
    machine.items.forget("loan");
    expect((await machine.run()).states).toContain("Load");
    expect(await scene.rows()).toEqual(["2|20.00", "3|30.00"]);
  });
});
