export const program = {
  name: "Stillwater Cove Recovery",
  seo: {
    title: "Luxury Rehab on the Gulf | Stillwater Cove",
    description: "The Gulf Coast's premier rehab for alcohol, opioids and cocaine. 90% success rate. Private rooms, ocean views, call 24/7.",
  },
  hero: { title: "Freedom starts here", subtitle: "Break the cycle for good in thirty days." },
  pillars: [
    { title: "Medical detox", text: "Comfortable, safe and pain-free withdrawal with a nurse on the floor day and night." },
    { title: "Therapy", text: "Individual sessions three times a week and a group every morning. We use CBT, motivational interviewing and family days on alternate Sundays." },
    { title: "NAD+ brain repair", text: "Ten days of infusions that restore the neurotransmitters damaged by drugs and stop cravings." },
    { title: "Equine work", text: "You groom and lead a horse in the paddock. No riding." },
    { title: "Aftercare", text: "A weekly alumni call for a year, and help to find a sober house or a therapist near home." },
  ],
  day: ["7:00 Walk on the beach", "8:00 Breakfast", "9:00 Group", "11:00 One-to-one", "12:30 Lunch", "14:00 Yoga or gym", "16:00 Skills class", "18:00 Dinner", "20:00 Meeting"],
  insurance: "We are in network with four plans and can check yours while you are on the phone.",
  quotes: [
    { text: "I came in dying and left living.", who: "Former guest" },
    { text: "My son is back. Two years clean.", who: "Mother of Jake" },
  ],
  faq: [
    { q: "Can I keep my phone?", a: "After the first three days, for an hour in the evening." },
    { q: "What makes you different?", a: "We treat the root cause of addiction, not just the symptoms like other centers." },
    { q: "Can my wife visit?", a: "Yes, from the second Sunday." },
  ],
  urgency: "Two beds open this week. Tomorrow may be too late.",
};
