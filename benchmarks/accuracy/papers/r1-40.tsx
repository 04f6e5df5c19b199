// Written for this evaluation set; no real clinic's page.
import Image from "next/image";
import Link from "next/link";
import { track } from "@/lib/track";
import styles from "./Hero.module.css";

interface HeroProps {
  /** Passed by the A/B router. "b" is the calmer one. */
  variant: "a" | "b";
  nextFree?: string;
}

const copy = {
  a: {
    title: "Erase chronic pain, permanently",
    lede: "Our Class IV laser is the safe alternative to opioids. No side effects.",
    cta: "Book a visit",
  },
  b: {
    title: "Laser therapy for sore joints",
    lede: "Ask our clinicians what it can and cannot do for you.",
    cta: "Ask a question",
  },
} as const;

export function Hero({ variant, nextFree }: HeroProps) {
  const text = copy[variant];

  return (
    <section className={styles.hero} aria-labelledby="hero-title">
      <div className={styles.words}>
        <h1 id="hero-title">{text.title}</h1>
        <p className={styles.lede}>{text.lede}</p>

        <Link
          href="/book"
          className={styles.cta}
          onClick={() => track("hero_cta", { variant })}
          prefetch={false}
        >
          {text.cta}
        </Link>

        {nextFree ? (
          <p className={styles.small}>Next free visit: {nextFree}</p>
        ) : (
          <p className={styles.small}>Phone for a time: 555 0103</p>
        )}
      </div>

      {/* decorative, alt stays empty */}
      <Image src="/img/hills.jpg" alt="" width={960} height={640} priority />
    </section>
  );
}

// priority keeps LCP under 2 s; without it results in Lighthouse drop to the 70s
export default Hero;
