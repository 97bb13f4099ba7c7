/** Tells the story on a terminal, in words and order that carry the meaning without colour. */
export class Narrator {
  readonly #write: (text: string) => void;
  readonly #color: boolean;
  #scene = 0;

  constructor(write: (text: string) => void, color: boolean) {
    this.#write = write;
    this.#color = color;
  }

  scene(title: string): void {
    this.#scene += 1;
    this.#write(`\n${this.#bold(`${this.#scene}. ${title}`)}\n`);
  }

  title(text: string): void {
    this.#write(`\n   ${text}\n`);
  }

  line(text: string): void {
    this.#write(`   ${text}\n`);
  }

  file(path: string, text: string): void {
    this.title(path);
    this.quote(text);
  }

  quote(text: string): void {
    for (const line of text.trimEnd().split('\n')) this.#write(`   │ ${line}\n`);
  }

  #bold(text: string): string {
    return this.#color ? `\u001b[1m${text}\u001b[0m` : text;
  }
}
