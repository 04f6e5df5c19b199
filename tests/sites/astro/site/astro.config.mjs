import { defineConfig } from "astro/config";

export default defineConfig({ site: "https://marlow.example/minimal side effects" });
