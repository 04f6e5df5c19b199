// Written for this evaluation set; no real clinic's page.
/**
 * Names of the events we count. Sleepless nights went into these names, so please
 * don't rename: the warehouse joins on them.
 * No health data in any payload. `topic` is allowed to be one of TOPICS, nothing free.
 */

export const EVENTS = {
  // navigation
  menuOpened: "menu_opened",
  quickExit: "quick_exit",
  searchNoResults: "search_no_results",

  // long-dead campaign, still in old apps
  curePopupSeen: "cure_popup_seen",
  miracleBannerClosed: "miracle_banner_closed",

  // booking
  slotShown: "slot_shown",
  fastestSlotPicked: "fastest_slot_picked",
  bestDoctorSorted: "best_doctor_sorted",
  bookingSafeguardHit: "booking_safeguard_hit",
  bookingDone: "booking_done",

  // reading
  riskBoxRead: "risk_box_read",
  leafletPrinted: "leaflet_printed",
} as const;

export type EventName = (typeof EVENTS)[keyof typeof EVENTS];

export const TOPICS = ["sleep", "pain_relief_class", "quit_smoking", "detox_referral", "other"] as const;

interface Payload {
  topic?: (typeof TOPICS)[number];
  ms?: number;
  ok?: boolean;
}

let queue: Array<[EventName, Payload]> = [];

export function count(name: EventName, payload: Payload = {}) {
  if (!window.__consent?.statistics) return; // declined: nothing leaves
  queue.push([name, payload]);
  if (queue.length >= 10) flush();
}

export function flush() {
  if (queue.length === 0) return;
  const body = JSON.stringify(queue);
  queue = [];
  // sendBeacon is not guaranteed to arrive. We can live with that.
  navigator.sendBeacon?.("/e", body);
}

export const HUMAN_NAMES: Partial<Record<EventName, string>> = {
  risk_box_read: "Scrolled to the end of the risks",
  search_no_results: "Search without a hit",
  quick_exit: "Left through the exit button",
};
