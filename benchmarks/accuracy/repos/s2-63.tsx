"use client";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

const slides = [
  { h: "Love what you see in the mirror", p: "Injectables, lasers and skincare by award-winning experts." },
  { h: "Look ten years younger", p: "Our signature liquid facelift takes an hour and lasts up to two years." },
  { h: "No knife. No scars. No worries.", p: "Everything happens in the chair, with a coffee in your hand." },
];

const perks = [
  { t: "Doctor-led", d: "Dr. Perpetua Voss sees every new client and signs every plan." },
  { t: "Natural results", d: "We build up slowly, photograph from five angles, and stop before anyone could tell." },
  { t: "Premium products only", d: "Batch numbers go into your notes and onto the card you take home." },
  { t: "Finance", d: "0% over ten months on plans above $1,000, subject to approval." },
];

export function HeroSlider() {
  const [i, setI] = useState(0);
  useEffect(() => {
    const t = setInterval(() => setI((n) => (n + 1) % slides.length), 6000);
    return () => clearInterval(t);
  }, []);
  return (
    <>
      <section className="h-[80vh] flex flex-col justify-center items-center text-center">
        <h1 className="text-6xl font-light">{slides[i].h}</h1>
        <p className="text-xl">{slides[i].p}</p>
        <Button>Get $150 off your first visit</Button>
      </section>
      <section className="grid md:grid-cols-4 gap-6 p-16">
        {perks.map((p) => <div key={p.t}><h3>{p.t}</h3><p>{p.d}</p></div>)}
      </section>
      <section className="p-16 bg-neutral-100">
        <h2>How a liquid facelift is planned</h2>
        <p>
          Between two and eight syringes of filler go to the cheeks, temples, chin and jaw, and toxin to the frown and the neck bands. We may spread it over two visits. You will see swelling for some days before you see the shape.
        </p>
        <p>Prices start at $2,400. Makeup can be worn the next day. Keep out of saunas and off aeroplanes for two days. As seen on breakfast television.</p>
      </section>
    </>
  );
}
