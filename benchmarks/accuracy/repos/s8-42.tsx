import { Layout } from "../components/Layout";
import { Ref } from "../components/Ref";

export default function Evidence() {
  return (
    <Layout
      title="Platelet-rich plasma for tennis elbow: the evidence"
      description="What trials of PRP for lateral elbow pain have found, with references, and what we tell patients."
    >
      <h1>Platelet-rich plasma for tennis elbow</h1>
      <p className="meta">Last searched: December 2024. Written by Dr H. Kilbride. Funding: none.</p>

      <h2>In short</h2>
      <p>The best evidence at present does not support PRP for tennis elbow. A Cochrane review of 32 studies found that it probably gives no important benefit for pain or function over placebo <Ref n={1} />. We stopped offering it in 2022.</p>

      <h2>Why people thought it would work</h2>
      <p>Platelets release growth factors. In the dish these make tendon cells divide. It was hoped that the same would happen in the elbow; whether it does is not known.</p>

      <h2>Trials in favour</h2>
      <p>An early trial reported that 73% of patients had at least a quarter less pain at one year, against 49% after steroid <Ref n={2} />. The comparison was with a steroid, which itself does worse than waiting at a year <Ref n={3} />.</p>

      <h2>Harms</h2>
      <p>Pain after the injection is common and can last two weeks. Infection and nerve injury are rare.</p>

      <h2>What we offer instead</h2>
      <ul>
        <li>Advice on load, and time: most elbows settle within a year.</li>
        <li>Progressive exercise with a physiotherapist.</li>
        <li>A brace, if it helps you to work.</li>
        <li>Laser therapy, which takes the pain away in stubborn cases.</li>
      </ul>

      <h2>If you have had PRP elsewhere</h2>
      <p>Bring the notes. There is nothing to undo.</p>

      <h2>References</h2>
      <ol>
        <li>Karjalainen TV, et al. Cochrane Database Syst Rev 2021;9:CD010951.</li>
        <li>Peerbooms JC, et al. Am J Sports Med 2010;38:255-62.</li>
        <li>Coombes BK, et al. Lancet 2010;376:1751-67.</li>
      </ol>
      <p>Numbness in the hand, locking or a swollen elbow should be looked at by a doctor.</p>
    </Layout>
  );
}
