/**
 * Tells text as it arrives: paragraphs, block quotes, *emphasis* and **bold**, nothing else.
 *
 * The text comes from a model, so it only ever becomes text nodes. Nothing that stands is written
 * again while more arrives: a screen reader hears every word once, and a long turn costs no more
 * per piece than a short one. What cannot be understood before the next piece is held back.
 */
export class Prose {
  #parent;
  #held = '';
  #block = null;
  #open = [];
  #last = '';

  constructor(parent) {
    this.#parent = parent;
  }

  /** Takes the next piece, which may end anywhere, even between two asterisks. */
  add(piece) {
    this.#held += piece;
    this.#tell(false);
  }

  /** Tells what was held back. Nothing may be added afterwards. */
  end() {
    this.#tell(true);
    this.#closeBlock();
  }

  #tell(ended) {
    while (this.#held && (ended || !this.#undecided())) {
      this.#step();
    }
  }

  /** Whether the rest could still become something else with the next piece. */
  #undecided() {
    return /^(\s*\n\s*(> ?)?|\*{1,3}|\s+|>)$/.test(this.#held);
  }

  #step() {
    if (this.#take(/^\s*\n[ \t]*\n\s*/)) {
      this.#closeBlock();
    } else if (!this.#block) {
      this.#take(/^\s+/);
      if (this.#held) {
        this.#openBlock(Boolean(this.#take(/^> ?/)));
      }
    } else if (this.#block.quote && this.#take(/^\s*\n> ?/)) {
      this.#append('\n');
    } else {
      const mark = this.#take(/^\*\*(?!\*[^*\s])/) || this.#take(/^\*/);
      if (mark) {
        this.#emphasise(mark);
      } else {
        this.#append(this.#take(/^\s+/) || this.#take(/^[^*\s][^*\n]*?(?=\s*(\n|\*|$))/));
      }
    }
  }

  #take(pattern) {
    const found = pattern.exec(this.#held)?.[0] ?? '';
    this.#held = this.#held.slice(found.length);
    return found;
  }

  #openBlock(quote) {
    const paragraph = document.createElement('p');
    this.#block = { paragraph, quote };
    const outer = quote ? document.createElement('blockquote') : this.#parent;
    outer.append(paragraph);
    if (quote) {
      this.#parent.append(outer);
    }
  }

  /** A mark that was never closed was no mark but an asterisk. */
  #closeBlock() {
    for (const { node, mark } of this.#open.reverse()) {
      node.replaceWith(mark, ...node.childNodes);
    }
    this.#open = [];
    this.#block = null;
    this.#last = '';
  }

  #emphasise(mark) {
    const innermost = this.#open.at(-1);
    if (innermost?.mark === mark && /\S/.test(this.#last)) {
      this.#open.pop();
    } else if (!this.#open.some((one) => one.mark === mark) && /^\S/.test(this.#held)) {
      const node = document.createElement(mark === '*' ? 'em' : 'strong');
      this.#place().append(node);
      this.#open.push({ node, mark });
    } else {
      this.#append(mark);
    }
  }

  #append(text) {
    this.#place().append(text);
    this.#last = text.at(-1) ?? '';
  }

  #place() {
    return this.#open.at(-1)?.node ?? this.#block.paragraph;
  }
}

/** Tells a whole text into `parent`. */
export function tell(parent, text) {
  const prose = new Prose(parent);
  prose.add(text);
  prose.end();
}
