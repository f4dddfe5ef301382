interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const width = 40;

/** Shows on a terminal how far something is; nothing where the output goes elsewhere. The line is wiped at the end. */
export function progressBar(terminal: Terminal, what: string): (done: number, total: number) => void {
  if (!terminal.isTTY) return () => {};
  return (done, total) => {
    if (total === 0) return;
    if (done >= total) return void terminal.write('\r\x1b[K');
    const filled = Math.round((done / total) * width);
    terminal.write(`\r${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done} of ${total} ${what}`);
  };
}
