import type { Testimonial } from "@/types";

export const testimonials: Testimonial[] = [
  {
    id: "t-01",
    name: "Gwendolyn P.",
    treatment: "Spinal decompression",
    rating: 5,
    quote: "After two back surgeries I'd given up. Six weeks with Dr. Rusk and I'm pain free for the first time in nine years.",
  },
  {
    id: "t-02",
    name: "Marcus T.",
    treatment: "Chiropractic adjustment",
    rating: 5,
    quote: "My migraines are gone. I used to miss three days of work every month.",
  },
  {
    id: "t-03",
    name: "A grateful mom",
    treatment: "Pediatric care",
    rating: 5,
    quote: "Our baby cried every night with colic. After one gentle adjustment she slept through.",
  },
  {
    id: "t-04",
    name: "Len",
    treatment: "Laser therapy",
    rating: 4,
    quote: "Front desk is friendly and parking is easy. They always run on time and explained the bill line by line.",
  },
];

export const testimonialSection = {
  eyebrow: "Reviews",
  heading: "Real patients, real relief",
  subheading: "Rated 4.9 out of 5 on Google by the people of Dry Creek Valley",
  stats: [
    { value: "7,500+", label: "patients since 2006" },
    { value: "96%", label: "report less pain after their first month" },
    { value: "640", label: "five-star reviews" },
  ],
  cta: {
    title: "Ready to write your own story?",
    text: "Your first visit includes a history, an exam and, where needed, X-rays. Dr. Rusk will tell you whether chiropractic care is a reasonable option or whether you should see your physician first. Adjustments can leave you sore for a day or two, and in rare cases neck manipulation has been linked to stroke.",
    button: "Schedule my visit",
    offer: "New patient special: exam, X-rays and first adjustment for $49 (a $240 value)",
  },
};
