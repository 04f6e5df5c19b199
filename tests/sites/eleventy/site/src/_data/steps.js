module.exports = {
  steps: [
    { title: "Lie down", text: "The table is warm and has minimal side effects." },
  ],
};
