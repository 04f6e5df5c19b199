// Written for this evaluation set; no real clinic's page.
import { describe, expect, it } from "vitest";
import { findRisky, suggest } from "../src/copycheck";

describe("findRisky", () => {
  it.each([
    ["Our laser cures acne for good.", ["cures", "for good"]],
    ["Completely painless!", ["painless"]],
    ["Guaranteed results in one visit", ["Guaranteed results", "in one visit"]],
    ["The safest injector in town", ["safest"]],
  ])("flags %j", (text, words) => {
    expect(findRisky(text).map((h) => h.text)).toEqual(words);
  });

  it.each([
    "Light-cure for 20 s per layer.",
    "Store the laser key in the safe.",
    "There is no cure for rosacea.",
    "Best regards, the front desk",
    "Fast for eight hours before the draw.",
    "Is it painless? No.",
  ])("leaves %j alone", (text) => {
    expect(findRisky(text)).toHaveLength(0);
  });

  it("keeps offsets when emoji come first", () => {
    const [hit] = findRisky("✨ miracle ✨");
    expect(hit.start).toBe(2);
  });

  it("does not read front matter keys", () => {
    expect(findRisky("---\nbest: true\nresults: 10\n---\nHello")).toEqual([]);
  });
});

describe("suggest", () => {
  it("returns nothing for a superlative", () => {
    expect(suggest("world-class")).toBeNull();
  });
  it("offers a hedge", () => {
    expect(suggest("relieves")).toBe("may ease, for some people");
  });
});
