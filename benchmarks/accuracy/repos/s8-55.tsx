const faq = [
  ["Do I need a referral?", "For a hearing test, no. For a balance assessment we ask for a letter from your GP or ENT surgeon."],
  ["How long do I have to wait?", "About a week for a test and three for a balance assessment."],
  ["Can I claim under the hearing services program?", "If you hold a pensioner card or a gold card, you probably can. We check while you are on the phone."],
  ["Do you sell every brand?", "We fit five. None of them owns us. Audiologists here earn a salary and no commission."],
  ["How much are hearing aids?", "$1,300 to $6,900 a pair. Dearer models handle noise differently, and the gain over mid-range models in daily life is modest for most people."],
  ["Can I try them first?", "Thirty days, with a refund less $150."],
  ["How long does it take to get used to them?", "Weeks rather than days. Your own voice will sound odd, cutlery loud. Some people give up, often because the fit was not adjusted; come back."],
  ["Do hearing aids prevent dementia?", "We do not know. In the ACHIEVE trial there was no difference overall at three years; in a subgroup at higher risk decline was slower (Lin 2023, doi:10.1016/S0140-6736(23)01406-X)."],
  ["Will they cure my tinnitus?", "No. They can make it less noticeable for some."],
  ["What about our rechargeable model?", "It lets you hear every word, even in a crowded restaurant, and the case holds three charges."],
];

export default function Faq() {
  return (
    <section aria-labelledby="faq-h">
      <h1 id="faq-h">Hearing: common questions</h1>
      <p>Hearing well is part of staying close to people. Our audiologists take the time to understand how you live before they suggest anything.</p>
      <dl>
        {faq.map(([q, a]) => (
          <div key={q} className="py-4">
            <dt className="font-semibold">{q}</dt>
            <dd>{a}</dd>
          </div>
        ))}
      </dl>
      <p>Sudden loss of hearing in one ear needs steroid treatment within days. Go to a doctor or an emergency department first.</p>
      <p className="small">Earmoulds can cause soreness and wax. Ask your audiologist about itching, discharge or pain.</p>
    </section>
  );
}
