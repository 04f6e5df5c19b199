import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";

const tabs = [
  {
    id: "women",
    label: "For women",
    intro: "Hot flushes, broken sleep and dry skin around the change.",
    points: ["Pellet placed under the skin of the hip, about ten minutes", "Steady hormones for four months, no ups and downs", "Sleep through the night again", "Safer than the pills your mother took"],
  },
  {
    id: "men",
    label: "For men",
    intro: "Fading strength, low mood, less interest in sex.",
    points: ["Pellet placed every five to six months", "Build muscle without changing your routine", "Protects the heart and the brain", "No gel to rub off on the children"],
  },
];

export function PelletTabs() {
  return (
    <section className="py-24 max-w-5xl mx-auto">
      <h2 className="text-4xl">Bioidentical hormone pellets</h2>
      <p>
        Each pellet is the size of a grain of rice and is made from plant sources by a compounding pharmacy. Because the hormones are natural, your body knows just what to do with them.
      </p>
      <Tabs defaultValue="women">
        <TabsList>{tabs.map((t) => <TabsTrigger key={t.id} value={t.id}>{t.label}</TabsTrigger>)}</TabsList>
        {tabs.map((t) => (
          <TabsContent key={t.id} value={t.id}>
            <p>{t.intro}</p>
            <ul>{t.points.map((p) => <li key={p}>{p}</li>)}</ul>
          </TabsContent>
        ))}
      </Tabs>
      <h3>Worth knowing</h3>
      <p>
        A pellet cannot be taken out easily once it is in, so the dose cannot be lowered if it proves too high. Extrusion, infection and scarring at the site occur. Oestrogen without a progestogen thickens the lining of the womb, and hormone therapy is not advised after breast cancer or a clot.
      </p>
      <p>Please talk to your gynaecologist or GP before deciding, and bring your last mammogram or PSA result.</p>
      <p>Doctors agree that balance is the key to ageing well. From $395 per insertion. Book with your partner and save $100.</p>
    </section>
  );
}
