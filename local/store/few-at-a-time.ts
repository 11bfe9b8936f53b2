/** Work that goes on beside its caller, a few pieces at a time. */
export class FewAtATime {
  private readonly running = new Set<Promise<void>>();
  private readonly failures: unknown[] = [];

  public constructor(private readonly most: number) {}

  /** Begins a piece of work as soon as there is room. */
  public async add(work: () => Promise<void>): Promise<void> {
    while (this.running.size >= this.most) await Promise.race(this.running);
    const piece: Promise<void> = work()
      .catch((error: unknown) => {
        this.failures.push(error);
      })
      .finally(() => this.running.delete(piece));
    this.running.add(piece);
  }

  /** Waits for all of it. @throws the first failure since the last call */
  public async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
    const [failure] = this.failures.splice(0);
    if (failure !== undefined) throw failure;
  }
}
