interface Props {
  title: string;
  /** A body has minimal side effects. */
  body?: string;
}

export default function Card({ title, body = "Minimal side effects in our small rooms" }: Props) {
  return (
    <article className={"card " + "has minimal side effects"}>
      <h3>{title}</h3>
      <p>{body}</p>
      <ul>
        <li>Open on Sundays</li>
        <li>Minimal <Glow>side effects</Glow></li>
      </ul>
    </article>
  );
}

function Glow({ children }: { children: React.ReactNode }) {
  return <span className="glow">{children}</span>;
}
