/** Cuts a stream of chunks into lines. `flush` hands over a last line without an end. */
export function lineSplitter(onLine: (line: string) => void): { push(chunk: string): void; flush(): void } {
  let rest = "";
  return {
    push(chunk) {
      const lines = (rest + chunk).split(/\r?\n/);
      rest = lines.pop() ?? "";
      lines.forEach(onLine);
    },
    flush() {
      if (rest !== "") onLine(rest);
      rest = "";
    },
  };
}
