import type { Metadata } from "next";
import Image from "next/image";

export const metadata: Metadata = {
  title: "Our staff | Birchmere Recovery Centre",
  description: "The doctors, nurses, counsellors and peer workers at Birchmere, with their registration and training.",
};

const staff = [
  {
    name: "Dr Osric Penhale",
    post: "Consultant psychiatrist, medical lead",
    img: "/staff/penhale.jpg",
    bio: "MRCPsych with endorsement in substance misuse. Worked in NHS community drug services for fourteen years. He sees every resident within 24 hours of arrival and writes the detoxification plan.",
  },
  {
    name: "Lettice Amoah",
    post: "Registered manager and mental health nurse",
    img: "/staff/amoah.jpg",
    bio: "On the NMC register since 2006. Leads on medicines and safeguarding. If you have a worry about care, it goes to her first and you will get an answer in writing.",
  },
  {
    name: "Tom Garrick",
    post: "Peer support worker",
    img: "/staff/garrick.jpg",
    bio: "In recovery himself and trained at Level 3 in peer mentoring. He will not tell you his way is the only one.",
  },
  {
    name: "Dr Yusra Bell",
    post: "Clinical psychologist",
    img: "/staff/bell.jpg",
    bio: "HCPC registered. Offers CBT and trauma work once people are physically stable. Her research at the University of Hull looked at why people leave treatment early.",
  },
  {
    name: "Marguerite Sole",
    post: "Family therapist",
    img: "/staff/sole.jpg",
    bio: "UKCP registered. Meets families on Sundays. She also trains foster carers, and has an excellent memory for names.",
  },
];

export default function Staff() {
  return (
    <main className="container py-16">
      <h1>Who works here</h1>
      <p>Behind every recovery plan is a team that cares. Registration can be checked on the public registers of the GMC, NMC and HCPC. Numbers are on each badge.</p>
      <div className="grid gap-8 md:grid-cols-2">
        {staff.map((s) => (
          <article key={s.name}>
            <Image src={s.img} alt={`Portrait of ${s.name}`} width={320} height={400} />
            <h2>{s.name}</h2>
            <p className="font-medium">{s.post}</p>
            <p>{s.bio}</p>
          </article>
        ))}
      </div>
      <h2>At night</h2>
      <p>Two nurses and a support worker are awake in the house. A doctor is on call. Withdrawal from alcohol or benzodiazepines can be dangerous, so please never stop on your own before you arrive.</p>
      <h2>What we cannot say</h2>
      <p>Nobody can tell you in advance how your stay will turn out. Relapse is common and is no bar to coming back.</p>
    </main>
  );
}
