// Written for this evaluation set; no real clinic's page.
import { Leaf, CigaretteOff, Ear } from "lucide-react";
import Hero from "@/components/Hero";
import Three from "@/components/Three";
import Reviews from "@/components/Reviews";

const items = [
  { icon: Ear, title: "Soft laser on the ear", description: "A cool beam rests on twelve points of the outer ear and the wrists." },
  { icon: Leaf, title: "Endorphins fill the gap", description: "Your brain stops asking for nicotine because it has found something nicer." },
  { icon: CigaretteOff, title: "Done in an hour", description: "You walk in with a pack and walk past the bin on the way out." },
];

const reviews = [
  { name: "Cordell", text: "41 years, two packs. Haven't so much as sniffed one since June." },
  { name: "Auntie Bea", text: "Kind people and good biscuits." },
  { name: "Shea", text: "Patches made me itch. Gum made me sick. This made me quit." },
];

export default function QuitPage() {
  return (
    <>
      <Hero
        title="Your last cigarette is in that pack"
        subtitle="Clearlung Laser, over the bakery on Dock Street"
        cta={{ href: "/quit-date", label: "Pick your date" }}
      />
      <Three items={items} />
      <section className="bg-lime-50 py-12">
        <h2>How it came about</h2>
        <p>
          Our founder, Delphia Marsh, smoked through two pregnancies and one house fire. She trained in ear acupressure in 2011 and opened here in 2014.
        </p>
        <h2>What about the weight?</h2>
        <p>One extra point takes care of that.</p>
        <h2>And the second day?</h2>
        <p>
          No shakes, no snapping at the dog. People are surprised by how little there is to fight.
        </p>
        <h2>What do I bring?</h2>
        <p>A bottle of water and comfortable clothes. Parking is behind the bakery, and the stairs are steep.</p>
        <h2>And if I slip?</h2>
        <p>Come back within the year and the booster costs nothing. Three people have.</p>
      </section>
      <Reviews items={reviews} />
      <footer>
        <p>A pack a day is $3,600 a year. We are $299.</p>
        <p>Open Tuesday to Saturday.</p>
      </footer>
    </>
  );
}
