/** A short notice of what was just done. */
export interface Toast {
  id: number;
  text: string;
}

/** How long a notice stays: long enough to read twice. */
const STAYS_MS = 6000;

export class Toasts {
  #list = $state<Toast[]>([]);
  #next = 1;

  get list(): readonly Toast[] {
    return this.#list;
  }

  /** Shows a notice; the one before it makes room, so that there is one thing to read. */
  show(text: string): void {
    const toast = { id: this.#next++, text };
    this.#list = [toast];
    setTimeout(() => {
      this.dismiss(toast.id);
    }, STAYS_MS);
  }

  clear(): void {
    this.#list = [];
  }

  dismiss(id: number): void {
    this.#list = this.#list.filter((toast) => toast.id !== id);
  }
}
