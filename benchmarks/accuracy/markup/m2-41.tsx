// Written for this evaluation set; no real clinic's page.
import { Anchor, CalendarCheck, ShieldOff } from "lucide-react";
import Timeline from "@/components/Timeline";

const timeline = [
  { label: "Day 0", text: "Blood tests, liver panel, a talk with a physician about opioids in your system." },
  { label: "Day 1", text: "A monthly naltrexone injection in the hip. By sundown the bottle has lost its voice." },
  { label: "Week 1", text: "Group on Monday and Thursday. Injection site may be sore or hard." },
  { label: "Month 3", text: "Your liver is brand new." },
];

const pillars = [
  { icon: Anchor, title: "No willpower required", text: "The medicine does the heavy lifting; you just turn up once a month." },
  { icon: CalendarCheck, title: "Counsellor on call", text: "The same person every week, in the room or by phone." },
  { icon: ShieldOff, title: "Nothing to get hooked on", text: "Naltrexone is an opioid antagonist and is not a controlled substance." },
];

export default function AlcoholProgram() {
  return (
    <div className="bg-teal-50">
      <header>
        <h1>Driftwood House Alcohol Program</h1>
        <p className="subtitle">You were somebody before the first drink. We kept the address.</p>
      </header>
      <Timeline items={timeline} />
      <ul>
        {pillars.map(({ icon: Icon, title, text }) => (
          <li key={title}><Icon /><h3>{title}</h3><p>{text}</p></li>
        ))}
      </ul>
      <section>
        <h2>What naltrexone can and can't do</h2>
        <p>Extended-release naltrexone is FDA approved for alcohol dependence in people who are able to abstain before starting, along with counselling. In the trial behind the approval it reduced heavy drinking days by about 25% compared with placebo (Garbutt 2005, doi:10.1001/jama.293.13.1617).</p>
        <p>AA asks you to white-knuckle it. We don't do knuckles.</p>
        <h2>Risks</h2>
        <p>Anyone with opioids in the body will be thrown into withdrawal. Liver injury, depression and serious reactions at the injection site have occurred. After treatment, the usual opioid amount can be fatal.</p>
        <p>Shaking, fever or seeing things after you stop drinking is an emergency.</p>
      </section>
      <p className="stat">Seven of ten alumni toast with cider five years on.</p>
    </div>
  );
}
