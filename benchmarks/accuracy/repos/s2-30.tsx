import { Reveal } from "./Reveal";
import { Droplet, Thermometer, Layers } from "lucide-react";

export function Hyperhidrosis() {
  const options = [
    { icon: Droplet, title: "Prescription antiperspirant", text: "Aluminium chloride at night, on dry skin. Cheap and worth trying first. It stings." },
    { icon: Layers, title: "Botulinum toxin", text: "Small injections in a grid across each armpit. Approved for severe underarm sweating when creams fail. Dry within a week and stays that way for seven months." },
    { icon: Thermometer, title: "Microwave treatment", text: "Heat destroys sweat glands under the skin of the armpit. They do not grow back, so results are permanent." },
  ];
  return (
    <section id="sweat" className="py-24">
      <div className="max-w-6xl mx-auto px-6">
        <Reveal>
          <h1 className="text-4xl font-light">When sweating rules the wardrobe</h1>
          <p>
            Grey shirts, paper towels under the arms, handshakes avoided. Excessive sweating affects about 3 in 100 people, and plenty of them never ask for help. It is not a matter of hygiene.
          </p>
        </Reveal>
        <div className="grid md:grid-cols-3 gap-6">
          {options.map((o) => (
            <Reveal key={o.title} className="border p-8 rounded-2xl">
              <o.icon size={20} /><h2>{o.title}</h2><p>{o.text}</p>
            </Reveal>
          ))}
        </div>
        <Reveal className="mt-12">
          <h2>What your dermatologist will discuss</h2>
          <ul>
            <li>Whether a medicine or the thyroid may be behind it</li>
            <li>Swelling, numb patches and altered feeling in the arm after microwave treatment; nerve injury has been reported</li>
            <li>Weak grip for some weeks after injections into the palms, a use that is off-label</li>
            <li>More sweating elsewhere after surgery on the nerve, which we seldom advise</li>
          </ul>
          <p>Underarm injections cost $950 a visit. Microwave treatment costs $2,600 for two sessions three months apart.</p>
          <p>Wear white again.</p>
        </Reveal>
      </div>
    </section>
  );
}
