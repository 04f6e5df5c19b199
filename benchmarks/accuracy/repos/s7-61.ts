export default [
  {
    q: "Which ED medication is right for me?",
    a: "Sildenafil works for about four hours, tadalafil for up to thirty-six. Tell us which you'd like and we'll take care of the rest.",
  },
  {
    q: "Do I have to talk to anyone?",
    a: "Nope. No awkward appointments, no video call. A provider reads your answers.",
  },
  {
    q: "What strength should I take?",
    a: "Most guys start with 50 mg of sildenafil and go up to 100 mg if they need more.",
  },
  {
    q: "Does it work?",
    a: "Over 90% of our guys say yes. It will not do anything by itself; you need to be in the mood.",
  },
  {
    q: "How fast?",
    a: "Our chewable kicks in within 15 minutes.",
  },
  {
    q: "Is it safe?",
    a: "These meds have been used by millions for over twenty years, so relax.",
  },
  {
    q: "What's in the Bolt chew?",
    a: "Sildenafil, tadalafil and a little caffeine in a mint square. Stronger than either pill alone. Made to order by a pharmacy in our network.",
  },
  {
    q: "How will it arrive?",
    a: "In a plain envelope, in two days. Nothing on the outside tells what's inside.",
  },
  {
    q: "Can I get hooked on it?",
    a: "No way.",
  },
  {
    q: "What does it cost?",
    a: "Generic tablets from $2 each, chews from $6. First month half off with BOLT50.",
  },
];

export const faqHero = { title: "Bolt for Men: questions, answered", sub: "250,000 happy customers and counting", cta: "Get hard to your door" };
