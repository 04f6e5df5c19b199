import { Button } from "components/ui/button";

interface BannerProps { city?: string }

export function CtaBanner({ city = "Port Linden" }: BannerProps) {
  return (
    <section className="py-20 bg-emerald-900 text-white text-center">
      <h2 className="text-4xl font-light">
        {city}, it&apos;s time to get your love life back
      </h2>
      <p className="max-w-2xl mx-auto mt-4">
        Acoustic wave therapy opens old blood vessels and grows new ones, so erections return the way they used to be, without pills and without the headaches that come with them.
      </p>
      <div className="flex justify-center gap-10 my-10">
        <div><strong>6</strong> visits of 20 minutes</div>
        <div><strong>83%</strong> success rate</div>
        <div><strong>0</strong> downtime</div>
      </div>
      <p>
        You lie on your back, a nurse applies gel, and the probe is moved slowly along each side. Most men read their phone. Results last two years or longer.
      </p>
      <ul className="my-8">
        <li>Painless and non-invasive</li>
        <li>Private entrance on Wharf Street</li>
        <li>Male nurses on request</li>
        <li>FDA-cleared technology</li>
      </ul>
      <p className="text-sm">
        Erection trouble can be an early sign of heart disease or diabetes. We measure blood pressure and sugar at the first visit.
      </p>
      <Button size="lg">Book now and pay $99 instead of $350</Button>
      <p className="text-xs mt-4">Offer for new patients of the {city} clinic. One per person.</p>
    </section>
  );
}
