import { Button } from "components/ui/button";
import Image from "next/image";
import Link from "next/link";

export default function TestosteroneCallout() {
  return (
    <section id="trt" className="py-16" aria-labelledby="trt-heading">
      <div className="mx-auto max-w-5xl flex flex-col md:flex-row gap-10">
        <div className="flex-1">
          <p className="text-[11px] uppercase tracking-[0.24em]">Men&apos;s Hormone Health</p>
          <h2 id="trt-heading" className="text-4xl font-light">
            Feel like yourself again.
          </h2>
          <p>
            Tired by noon? Gym gains gone? Short fuse at home? Low testosterone is often missed, and after 35 levels fall by about one percent a year.
            Testosterone therapy brings back drive, muscle and mental sharpness, and you will notice it inside two weeks.
          </p>
          <ul className="list-disc pl-5">
            <li>More energy</li>
            <li>Leaner body</li>
            <li>Better mood and sleep</li>
            <li>Stronger libido</li>
          </ul>
          <h3>How to start</h3>
          <ol>
            <li>Order the home blood test. A finger prick is enough.</li>
            <li>Speak to a prescriber by video, usually for 15 minutes.</li>
            <li>Your testosterone arrives by courier within 48 hours.</li>
          </ol>
          <p className="text-sm">
            Plans start at $139 a month and cover blood tests, injections of 100 to 200 mg a week and messaging.
            Testosterone can thicken the blood, lower fertility, shrink the testicles and worsen sleep apnoea. We check haematocrit and PSA at three months.
          </p>
          <p>Our bioidentical hormones are the same as those your body makes, so there is nothing to fear.</p>
          <Button asChild><Link href="/start">Start my assessment</Link></Button>
        </div>
        <Image src="/trt.webp" alt="Man in his fifties full of energy after hormone therapy" width={304} height={304} />
      </div>
    </section>
  );
}
