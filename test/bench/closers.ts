/** What has to be ended, the last one opened first; also when somebody presses Ctrl-C. */
const closers: (() => unknown)[] = [];

export function atTheEnd(close: () => unknown): void {
  closers.push(close);
}

export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

process.once('SIGINT', () => void closeAll().then(() => process.exit(1)));
process.once('SIGTERM', () => void closeAll().then(() => process.exit(1)));
