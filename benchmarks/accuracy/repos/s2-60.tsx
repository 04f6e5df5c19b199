import { Star } from "lucide-react";
import { Reveal } from "./Reveal";

const reviews = [
  { name: "Gethin P.", stars: 5, body: "Frozen shoulder for nine months, sorted in four visits." },
  { name: "Marguerite", stars: 5, body: "Kind, punctual, good coffee. My back hasn't felt this good since my twenties." },
  { name: "Ulla H.", stars: 4, body: "I liked that she told me to see my doctor first. Parking is tight on market days." },
  { name: "Jonty", stars: 5, body: "Sleeping right through after one session." },
];

export function OsteoReviews() {
  return (
    <section className="py-24 bg-stone-50">
      <div className="max-w-6xl mx-auto px-6">
        <Reveal>
          <h2 className="text-4xl font-light">What people say about Hazel Row Osteopathy</h2>
          <p>
            Average of 231 reviews: 4.9 out of 5. We ask everyone after the third visit and post what they write, short of bad language. One person&apos;s story does not foretell yours.
          </p>
        </Reveal>
        <div className="grid md:grid-cols-2 gap-6 mt-10">
          {reviews.map((r) => (
            <figure key={r.name} className="bg-white rounded-2xl p-8">
              <div>{[...Array(r.stars)].map((_, i) => <Star key={i} size={14} />)}</div>
              <blockquote>&ldquo;{r.body}&rdquo;</blockquote>
              <figcaption>{r.name}</figcaption>
            </figure>
          ))}
        </div>
        <Reveal className="mt-12">
          <h3>What an osteopath does</h3>
          <p>
            Hands find where a joint is stiff or a muscle guards. Then come slow stretches, pressure, and sometimes a quick thrust that clicks. The click is gas in the joint fluid, not a bone going back in.
          </p>
          <p>
            Cranial work is a lighter touch still. It frees the flow of cerebrospinal fluid and is so gentle that newborns sleep through it. Unsettled babies feed and settle better.
          </p>
          <p>£58 for 40 minutes. Evening visits on Tuesdays. Home visits for people who cannot manage the stairs.</p>
        </Reveal>
      </div>
    </section>
  );
}
