export const treatments = {
  "exosome-hair": {
    name: "Exosome Hair Restoration",
    tag: "New",
    seo: {
      title: "Exosomes for Hair Loss in Marlow Heights",
      description: "Regrow thicker, fuller hair with exosome therapy. Non-surgical, no downtime, results in 3 months.",
    },
    headline: "The next generation of hair restoration",
    description:
      "Exosomes are tiny messengers released by cells. Rich in growth factors, they wake up dormant follicles and switch them back into the growth phase. We apply them with a microneedling pen while you read a magazine.",
    price: "from $1,100",
    benefits: [
      { icon: "sprout", title: "New growth", text: "Reactivates follicles that have gone to sleep." },
      { icon: "shield", title: "No drugs", text: "None of the side effects of finasteride." },
      { icon: "clock", title: "Lunch-hour visit", text: "In and out in 45 minutes." },
      { icon: "sparkles", title: "Stronger than PRP", text: "Up to 10 times more growth factors than your own plasma." },
    ],
    timeline: [
      { label: "Day 1", text: "Scalp is pink and tender. Do not wash your hair until tomorrow." },
      { label: "Month 1", text: "Shedding slows." },
      { label: "Month 3", text: "Baby hairs appear along the hairline." },
      { label: "Month 6", text: "Visible density." },
    ],
    candidates:
      "Men and women with early thinning are the best candidates. If the scalp has been smooth and shiny for years there are no follicles left to treat. We ask for blood tests for iron and thyroid before we begin, and Dr. Amari will look at your scalp under the dermatoscope.",
    faqs: [
      { q: "How many sessions?", a: "Three, a month apart, then one a year." },
      { q: "Is it safe?", a: "Yes. Exosomes contain no cells, so there is no risk of rejection." },
      { q: "Where do they come from?", a: "From donated tissue processed in an FDA-registered lab." },
    ],
    quote: { text: "My barber asked what I'd done. That says it all.", by: "Reuben, 38" },
  },
};
