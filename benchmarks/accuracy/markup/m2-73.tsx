// Written for this evaluation set; no real clinic's page.
import Lede from "@/components/Lede";
import StepList from "@/components/StepList";
import type { Step } from "@/types";

const steps: Step[] = [
  { title: "Two test blocks", body: "Numbing medicine next to the small nerves of the facet joints. If the pain isn't at least 80% less for a few hours, on both days, we stop here." },
  { title: "The ablation", body: "Needles under X-ray, heat at the tip for about 90 seconds each. Sedation is light, so that you can speak." },
  { title: "The weeks after", body: "Sore, sometimes more than before, for up to two weeks. If it is going to help, it usually does so by week three." },
];

export default function RadiofrequencyAblation() {
  return (
    <main>
      <h1>Radiofrequency ablation for low back pain</h1>
      <Lede>
        You've been told that it burns the pain away. It doesn't, quite: it interrupts a nerve that carries it, for a time.
      </Lede>
      <StepList steps={steps} />
      <h2>Good candidates</h2>
      <p>
        Pain in the low back that does not run below the knee, lasting three months or more, after physical therapy. It does nothing for sciatica, and it can't make an arthritic joint young.
      </p>
      <h2>How likely is it to help?</h2>
      <p>
        We can't put one figure on it. Small trials with strict selection found relief in somewhat over half the patients at six months, while a larger Dutch trial (Juch 2017, doi:10.1001/jama.2017.7918) saw no meaningful advantage over exercise alone; its selection has been criticised.
      </p>
      <h2>Does the pain return?</h2>
      <p>Nerves grow back, usually in nine to eighteen months. The procedure can then be repeated.</p>
      <h2>Risks</h2>
      <ul>
        <li>Numb or burning skin for some weeks</li>
        <li>Infection or bleeding</li>
        <li>Weakness, if a motor nerve is hit; rare</li>
        <li>Trouble with a pacemaker or stimulator, so tell us</li>
      </ul>
      <h2>About us</h2>
      <p>
        Tollgate Pain Medicine has two physicians, both board certified in pain medicine. We prescribe opioids seldom and talk about dependence when we do.
      </p>
      <a href="/referral">Ask your doctor for a referral</a>
    </main>
  );
}
