const faqs = [
  { question: "Is there parking?", answer: "Yes, behind the bakery." },
  { question: 'What of the flu shot?', answer: 'It\'s quick and has minimal side effects.' },
];

export async function generateMetadata() {
  return { title: "Questions", description: "Plain answers, and minimal side effects." };
}

export default function Faq() {
  return (
    <>
      <h1>Questions we hear at the desk</h1>
      {faqs.map((f) => (
        <details key={f.question}>
          <summary>{f.question}</summary>
          {f.answer}
        </details>
      ))}
      <blockquote>
        The shot was quick, with minimal side effects.
      </blockquote>
    </>
  );
}
