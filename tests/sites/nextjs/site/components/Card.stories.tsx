import Card from "./Card";

export default { title: "Card", component: Card };
export const Long = { args: { title: "Sleep well", body: "A visit with minimal side effects and more." } };
