export interface Service {
  slug: string;
  title: string;
  excerpt: string;
  body: string;
  bullets: string[];
}

export const services: Service[] = [
  {
    slug: "dental-implants",
    title: "Dental Implants",
    excerpt: "Replace a missing tooth with a titanium root and a porcelain crown made in our own lab.",
    body: "An implant is a small titanium post placed in the jawbone. Over three to six months the bone grows around the thread, and a crown is then fixed on top. Unlike a bridge, the teeth on either side are left alone. Your first visit includes a 3D scan so we can measure bone height and see where the nerve runs.",
    bullets: ["A permanent solution for missing teeth", "Colour matched to your own teeth", "Looks and chews just like a natural tooth", "98% success rate"],
  },
  {
    slug: "clear-aligners",
    title: "Clear Aligners",
    excerpt: "Removable trays, changed every one to two weeks.",
    body: "We scan your teeth, plan each movement on screen and print a series of trays. You wear them 20 to 22 hours a day and take them out to eat and brush. Most of our cases run between eight and eighteen months. Small tooth-coloured attachments may be bonded to help the trays grip. When the last tray is done you will need a retainer at night, because teeth move back without one.",
    bullets: ["Nearly invisible", "No metal brackets", "See a difference in as little as 8 weeks"],
  },
  {
    slug: "hygiene",
    title: "Hygienist Visits",
    excerpt: "Scaling, polishing and advice on brushing between appointments.",
    body: "Our hygienists Maren and Tobias see patients from 8 am. Expect gum measurements once a year, removal of tartar above and below the gum line, and a polish. Gums may bleed a little on the day. If we find pockets deeper than 5 mm we will talk with you about a longer course of treatment.",
    bullets: ["30 or 45 minutes", "Children welcome", "Online booking"],
  },
  {
    slug: "sedation",
    title: "Sedation Dentistry",
    excerpt: "No more fear of the dentist.",
    body: "If the sound of the drill keeps you away, you are not alone. With conscious sedation you stay awake but drowsy, and you won't feel or remember a thing. A nurse watches your oxygen level throughout, and someone must take you home afterwards.",
    bullets: ["Completely safe and monitored", "Anxiety-free visits"],
  },
];
