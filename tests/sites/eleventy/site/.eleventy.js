module.exports = (config) => {
  config.addFilter("note", () => "It has minimal side effects here.");
};
