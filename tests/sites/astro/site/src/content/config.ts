import { defineCollection, z } from "astro:content";

// Posts have minimal side effects.
export const collections = {
  posts: defineCollection({ schema: z.object({ title: z.string(), description: z.string() }) }),
};
