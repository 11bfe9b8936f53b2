/** Lines of cells, none between rows, and no colours, so that a table reads the same in a log. */
export const PLAIN = {
  style: { head: [], border: [], compact: true },
  chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
};

/** The same with lines between rows, for cells of several lines. */
export const RULED = { style: { head: [], border: [] } };
