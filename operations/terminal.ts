/** Where a command writes what it has to say to people. */
export interface Terminal {
  readonly print: (line: string) => void;
  /** Indented: belongs to the heading above. */
  readonly detail: (line: string) => void;
  /** Bold on a terminal that shows colours, unless NO_COLOR is set. */
  readonly heading: (line: string) => void;
}

/** https://no-color.org */
export function showsColours(environment: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  return isTerminal && (environment["NO_COLOR"] ?? "") === "" && environment["TERM"] !== "dumb";
}

export function terminal(stream: NodeJS.WriteStream = process.stdout): Terminal {
  const colours = showsColours(process.env, stream.isTTY);
  const print = (line: string): void => {
    stream.write(`${line}\n`);
  };
  return {
    print,
    detail: (line) => print(`  ${line}`),
    heading: (line) => print(colours ? `\u001b[1m${line}\u001b[22m` : line),
  };
}
