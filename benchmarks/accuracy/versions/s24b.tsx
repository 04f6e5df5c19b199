/* Written for this evaluation set; no real clinic's page. */
import { useState } from "react";
import { Panel, Tabs, Strip } from "@/ui";

const tabs = {
  "The wave": [
    "Low-intensity sound waves are applied to the penis with a hand-held probe.",
    "In animals they have been linked to new blood vessels; in men that is unproven.",
    "A session lasts twenty minutes and needs no anesthetic.",
  ],
  "The results": [
    "Spontaneity may come back or may not; trials are small and disagree with one another.",
    "Men in their forties and men in their eighties may not respond alike, and with diabetes less is to be expected.",
    "It may or may not reach the cause; the blue pill is approved for this and usually comes first.",
  ],
  "The small print": [
    "No needles and no drugs, but not without a downside: soreness, bruising and numbness occur, and long-term effects are not known.",
    "Cleared or not for this use? Ask us, and ask to see the papers.",
    "Six sessions cost $2,400; insurers do not pay.",
  ],
};

export default function Shockwave() {
  const [tab, setTab] = useState<keyof typeof tabs>("The wave");
  return (
    <Panel id="ed">
      <h1>Shockwave for erections</h1>
      <p>
        She may say it doesn&apos;t matter; do mention it to your doctor, since it can be an early sign of heart disease. Talk to us in private;
        Dr. Bram Oyelaran has a room of his own at the back.
      </p>
      <Tabs keys={Object.keys(tabs)} value={tab} onChange={setTab} />
      <ul>
        {tabs[tab].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Strip
        items={[
          { big: "12", small: "years of urology" },
          { big: "2", small: "clinics, Harrow and Penn Cross" },
          { big: "30", small: "minutes for a first talk" },
        ]}
      />
      <blockquote>
        {"See your own doctor about blood pressure, sugar and lipids first."}
        <cite>{"Dr. Oyelaran"}</cite>
      </blockquote>
      <a href="/call">Call to ask about a blood-flow scan ($250)</a>
    </Panel>
  );
}
