import { svg } from "./dom.js";

/**
 * A box of a picture.
 * @typedef {object} Box
 * @property {string} id
 * @property {number} lane from the left, or from the top
 * @property {string} title
 * @property {readonly string[]} lines
 * @property {string} [style] class of the box
 * @property {string} [href]
 */

/**
 * @typedef {object} Arrow
 * @property {string} from
 * @property {string} to
 * @property {string} [label]
 * @property {string} [style]
 */

const WIDTH = 160;
/** Between lanes; pictures whose arrows have labels need more. */
const GAP = 22;
const SPACE = 14;
const PADDING = 9;
const LINE = 16;
const TITLE = 30;
const CHARACTERS = 23;
const TITLE_CHARACTERS = 20;

/**
 * Lines of at most so many characters, broken where names may be broken.
 * @param {string} text
 * @param {number} [most]
 */
export function wrapped(text, most = CHARACTERS) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const part of text.split(/(?<=[/\-_.,=\s])/)) {
    for (let rest = part; rest !== ""; ) {
      const room = most - line.length;
      if (rest.length <= room) {
        line += rest;
        rest = "";
      } else if (line === "") {
        lines.push(rest.slice(0, most));
        rest = rest.slice(most);
      } else {
        lines.push(line.trimEnd());
        line = "";
      }
    }
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}

/** @typedef {Box & { readonly x: number, readonly y: number, readonly height: number, readonly titleLines: readonly string[], readonly textLines: readonly string[] }} Placed */

/** @param {readonly { readonly height: number }[]} boxes */
const heightOf = (boxes) => boxes.reduce((sum, { height }) => sum + height + SPACE, -SPACE);

/**
 * Boxes in lanes, one below the other, every lane in the middle of the height; or all in one column.
 * @param {readonly Box[]} boxes
 * @param {number} lanes
 * @param {boolean} isNarrow
 * @param {number} gap
 */
function layout(boxes, lanes, isNarrow, gap) {
  const sized = boxes.map((box) => {
    const title = wrapped(box.title, TITLE_CHARACTERS);
    const lines = box.lines.flatMap((line) => wrapped(line));
    return {
      ...box,
      titleLines: title,
      textLines: lines,
      height: 2 * PADDING + (title.length + lines.length) * LINE - 2,
    };
  });
  /** @type {Placed[]} */
  const placed = [];
  const columns = Array.from({ length: lanes }, (_, lane) => sized.filter((box) => box.lane === lane));
  const full = Math.max(...columns.map(heightOf), 0);
  let top = TITLE;
  for (const [lane, column] of columns.entries()) {
    let y = isNarrow ? top : TITLE + (full - heightOf(column)) / 2;
    for (const box of column) {
      placed.push({ ...box, x: isNarrow ? 20 : 1 + lane * (WIDTH + gap), y });
      y += box.height + SPACE;
    }
    top = y + (isNarrow ? TITLE : 0);
  }
  return {
    placed,
    width: isNarrow ? WIDTH + 40 : 2 + lanes * WIDTH + (lanes - 1) * gap,
    height: isNarrow ? top : TITLE + full + 2,
  };
}

/** @param {Placed} box */
function drawBox(box) {
  const { x, y, height, titleLines, textLines, style = "", href } = box;
  const texts = [
    ...titleLines.map((text, index) =>
      svg("text", { x: x + PADDING, y: y + PADDING + 11 + index * LINE, class: "box-title" }, text),
    ),
    ...textLines.map((text, index) =>
      svg(
        "text",
        { x: x + PADDING, y: y + PADDING + 11 + (titleLines.length + index) * LINE, class: "box-line" },
        text,
      ),
    ),
  ];
  const drawn = svg("g", { class: `box ${style}` }, svg("rect", { x, y, width: WIDTH, height, rx: 8 }), texts);
  return href === undefined ? drawn : svg("a", { href }, drawn);
}

/**
 * @param {Placed} from
 * @param {Placed} to
 * @param {Arrow} arrow
 * @param {boolean} isNarrow
 * @param {number} shift keeps arrows between the same boxes apart
 */
function drawArrow(from, to, { label, style = "" }, isNarrow, shift) {
  const back = to.x < from.x;
  const [x1, y1] = isNarrow
    ? [from.x + WIDTH / 2, from.y + from.height]
    : [back ? from.x : from.x + WIDTH, from.y + from.height / 2 + shift];
  const [x2, y2] = isNarrow ? [to.x + WIDTH / 2, to.y] : [back ? to.x + WIDTH : to.x, to.y + to.height / 2 + shift];
  const middle = (x1 + x2) / 2;
  const path = isNarrow
    ? `M${x1} ${y1} L${x2} ${y2 - 6}`
    : `M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2 + (back ? 6 : -6)} ${y2}`;
  const head = isNarrow
    ? `${x2},${y2} ${x2 - 4},${y2 - 7} ${x2 + 4},${y2 - 7}`
    : `${x2},${y2} ${x2 + (back ? 7 : -7)},${y2 - 4} ${x2 + (back ? 7 : -7)},${y2 + 4}`;
  return svg(
    "g",
    { class: `arrow ${style}` },
    svg("path", { d: path }),
    svg("polygon", { points: head }),
    label !== undefined &&
      svg(
        "text",
        {
          x: middle + (isNarrow ? 8 : 0),
          y: (y1 + y2) / 2 - 5,
          "text-anchor": isNarrow ? "start" : "middle",
          class: "arrow-label",
        },
        label,
      ),
  );
}

/**
 * Boxes in lanes with arrows between them. The same input gives the same picture.
 * @param {{ readonly title: string, readonly lanes: readonly string[], readonly boxes: readonly Box[], readonly arrows: readonly Arrow[], readonly isNarrow: boolean, readonly gap?: number }} of
 */
export function picture({ title, lanes, boxes, arrows, isNarrow, gap = GAP }) {
  const { placed, width, height } = layout(boxes, lanes.length, isNarrow, gap);
  const byId = new Map(placed.map((box) => [box.id, box]));
  /** @type {Map<string, number>} */
  const between = new Map();
  const drawn = arrows.flatMap((arrow) => {
    const [from, to] = [byId.get(arrow.from), byId.get(arrow.to)];
    if (from === undefined || to === undefined) return [];
    const pair = [arrow.from, arrow.to].toSorted().join(" ");
    const shift = between.get(pair) ?? 0;
    between.set(pair, shift + 14);
    return [drawArrow(from, to, arrow, isNarrow, shift)];
  });
  const heads = lanes.flatMap((lane, index) => {
    const first = placed.find((box) => box.lane === index);
    if (first === undefined) return [];
    return [svg("text", { x: first.x, y: isNarrow ? first.y - 8 : 14, class: "lane" }, lane)];
  });
  return svg(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, width, height, class: "picture", role: "group", "aria-label": title },
    drawn,
    placed.map(drawBox),
    heads,
  );
}

/** Whether pictures go from top to bottom, for small screens. */
export const isNarrow = () => matchMedia("(max-width: 46rem)").matches;
