/** A redirect for the old page about minimal side effects. */
export default {
  async redirects() {
    return [{ source: "/a drip with minimal side effects", destination: "/about", permanent: true }];
  },
};
