// Checking the text as it is typed: a moment after the last key, and only what is newest.

import { ask } from "./api.js";

const PAUSE_MS = 200;

export class Checks {
  // `request` gives what is to be sent (null: nothing), `found` takes the answer, `failed` what went wrong.
  constructor({ request, found, failed }) {
    Object.assign(this, { request, found, failed });
    this.timer = 0;
    this.running = null;
  }

  soon() {
    this.#stop();
    this.timer = setTimeout(() => this.now(), PAUSE_MS);
  }

  async now() {
    this.#stop();
    const asked = this.request();
    if (!asked) return;
    const running = new AbortController();
    this.running = running;
    const start = performance.now();
    try {
      const answer = await ask("check", asked, running.signal);
      if (running.signal.aborted) return;
      this.found(answer, asked);
      requestAnimationFrame(() => {
        const { duration } = performance.measure("medlint-check", { start });
        document.body.dataset.checks = String(Number(document.body.dataset.checks) + 1);
        document.body.dataset.took = duration.toFixed(0);
      });
    } catch (error) {
      if (error.name !== "AbortError") this.failed(error);
    } finally {
      if (this.running === running) this.running = null;
    }
  }

  // Whether an answer is still to come.
  get isBusy() {
    return Boolean(this.timer || this.running);
  }

  #stop() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.running?.abort();
    this.running = null;
  }
}
