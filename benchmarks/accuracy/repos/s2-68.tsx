import type { ReactNode } from "react";

function Tile({ children, value }: { children: ReactNode; value: string }) {
  return (
    <div className="rounded-xl border p-6">
      <div className="text-4xl font-light">{value}</div>
      <div className="text-sm">{children}</div>
    </div>
  );
}

export function ImplantsInADay() {
  return (
    <section className="py-24">
      <h2 className="text-5xl font-light">New teeth in a day</h2>
      <p className="max-w-2xl">
        Four implants carry a full arch of teeth. You come in the morning with a denture or failing teeth and leave in the afternoon with a fixed temporary bridge. The final bridge follows after four to six months, once bone has grown onto the titanium.
      </p>
      <div className="grid grid-cols-2 md:grid-cols-4 gap-4 my-10">
        <Tile value="98%">implant success</Tile>
        <Tile value="1,100">arches since 2012</Tile>
        <Tile value="4 to 5 h">on the day of surgery</Tile>
        <Tile value="100%">would do it again</Tile>
      </div>
      <h3>What it gives you</h3>
      <ul>
        <li>Eat whatever you like</li>
        <li>Looks and feels just like natural teeth</li>
        <li>No adhesive</li>
        <li>Stops the bone loss that ages your face</li>
      </ul>
      <h3>What it asks of you</h3>
      <p>Soft food for three months. Cleaning under the bridge every day with a water jet. A visit twice a year, for life. Smokers lose more implants, and we ask for eight weeks without.</p>
      <h3>What can go wrong</h3>
      <p>Infection, numbness of the lip, sinus trouble, an implant that does not take, a cracked bridge. Inflammation around implants is common after some years. Poorly controlled diabetes and certain bone medicines are reasons against.</p>
      <h3>Fees</h3>
      <p>From $21,500 per arch, sedation included. Removable dentures on two implants cost about a third of that and suit many people well. $1,000 off for our first ten patients in spring.</p>
      <p>Dr. Tobin Ferrars is the area&apos;s foremost implant dentist. He also teaches the local study club.</p>
    </section>
  );
}
