// Written for this evaluation set; no real clinic's page.
(function () {
  "use strict";

  const form = document.querySelector("[data-refill]");
  if (!form) return;

  const MSG = {
    empty: "Tell us which medicine.",
    controlled: "We can't refill this one online. Please call, and allow two working days.",
    tooSoon: "It looks early for a refill. A nurse will check.",
    ok: "Got it. You'll hear from us by text.",
    failed: "That didn't go through. Nothing was sent.",
  };

  // schedules II–IV never leave this list, whatever marketing says
  const CONTROLLED = /^(ketamine|alprazolam|zolpidem|phentermine|testosterone|oxycodone|lorazepam)\b/i;

  const safeTrim = (v) => String(v ?? "").trim();
  const instant = () => performance.now();

  form.addEventListener("submit", async (e) => {
    e.preventDefault();
    const drug = safeTrim(form.drug.value);
    const say = (k) => (form.querySelector("[role=status]").textContent = MSG[k]);

    if (!drug) return say("empty");
    if (CONTROLLED.test(drug)) return say("controlled");

    const t0 = instant();
    try {
      const res = await fetch("/api/refill", { method: "POST", body: new FormData(form) });
      const { early } = await res.json();
      say(early ? "tooSoon" : "ok");
    } catch {
      say("failed");
    } finally {
      window.metrics?.push({ name: "refill", ms: instant() - t0, bestEffort: true });
    }
  });
})();
