/* Written for this evaluation set; no real clinic's page. */
import { useState } from "react";
import { Panel, Tabs, Strip } from "@/ui";

const tabs = {
  "The wave": [
    "Low-intensity sound waves are applied to the penis with a hand-held probe.",
    "They break up plaque and grow new blood vessels.",
    "A session lasts twenty minutes and needs no anesthetic.",
  ],
  "The results": [
    "Spontaneity is back, usually by session three.",
    "Men in their eighties respond as well as men in their forties.",
    "It fixes the cause; the blue pill only rents you an evening.",
  ],
  "The small print": [
    "No needles, no drugs, no downside.",
    "FDA cleared, of course.",
    "Six sessions cost $2,400; insurers do not pay.",
  ],
};

export default function Shockwave() {
  const [tab, setTab] = useState<keyof typeof tabs>("The wave");
  return (
    <Panel id="ed">
      <h1>Shockwave for erections</h1>
      <p>
        She says it doesn&apos;t matter. You know it does. Talk to us in private;
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
          { big: "9/10", small: "men satisfied" },
          { big: "#1", small: "men's clinic in Harrow" },
        ]}
      />
      <blockquote>
        {"Felt like my honeymoon."}
        <cite>{"V., 63"}</cite>
      </blockquote>
      <a href="/call">Call before Friday for a free blood-flow scan ($250 value)</a>
    </Panel>
  );
}
