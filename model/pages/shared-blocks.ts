/** A heading and the lines below it, up to the next heading. */
export interface HeadedBlock {
  readonly heading: string;
  /** Tells it from another one with the same heading. */
  readonly key: string;
  readonly lines: readonly string[];
}

const HEADING = /^#{2,4} /;

/**
 * Lines of Markdown by their headings.
 * @param lines begin with a heading
 */
export function blocksIn(lines: readonly string[]): readonly HeadedBlock[] {
  const blocks: { heading: string; key: string; lines: string[] }[] = [];
  let above: readonly string[] = [];
  for (const line of lines) {
    if (!HEADING.test(line)) {
      blocks.at(-1)?.lines.push(line);
      continue;
    }
    above = [...above.filter((each) => each.indexOf(" ") < line.indexOf(" ")), line];
    const path = above.join("\n");
    const same = blocks.filter(({ key }) => key.startsWith(`${path}\n\n`)).length;
    blocks.push({ heading: line, key: `${path}\n\n${same}`, lines: [] });
  }
  return blocks;
}

/** The blocks of several places as one text: once where all have the same, else with the names of those that have it. */
export function sharedBlocks(
  places: readonly { readonly name: string; readonly blocks: readonly HeadedBlock[] }[],
): readonly string[] {
  const order: string[] = [];
  for (const { blocks } of places) {
    let place = -1;
    for (const { key } of blocks) {
      const known = order.indexOf(key);
      place = known < 0 ? place + 1 : known;
      if (known < 0) order.splice(place, 0, key);
    }
  }
  return order.flatMap((key) => variants(key, places));
}

function variants(key: string, places: Parameters<typeof sharedBlocks>[0]): readonly string[] {
  const names = new Map<string, string[]>();
  const blocks = new Map<string, HeadedBlock>();
  for (const { name, blocks: own } of places) {
    const block = own.find((each) => each.key === key);
    if (block === undefined) continue;
    const text = block.lines.join("\n");
    blocks.set(text, block);
    names.set(text, [...(names.get(text) ?? []), name]);
  }
  return [...blocks].flatMap(([text, { heading, lines }]) => {
    const having = names.get(text) ?? [];
    return [having.length === places.length ? heading : `${heading} in ${having.join(", ")}`, ...lines];
  });
}
