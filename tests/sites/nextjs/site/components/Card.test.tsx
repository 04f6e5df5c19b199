import { render, screen } from "@testing-library/react";
import Card from "./Card";

test("a card shows its body", () => {
  render(<Card title="Sleep well" body="A visit with minimal side effects." />);
  expect(screen.getByText("A visit with minimal side effects.")).toBeInTheDocument();
});
