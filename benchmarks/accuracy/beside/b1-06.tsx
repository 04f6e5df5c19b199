// Written for this evaluation set; no real clinic's page.
import { useMemo } from "react";
import { clsx } from "clsx";
import type { Review } from "@/types/cms";

type Props = {
  review: Review;
  /** hides the star row; legal asked for this on procedure pages */
  hideRating?: boolean;
  isBest?: boolean;
};

const MAX_STARS = 5;

export function ReviewCard({ review, hideRating = true, isBest }: Props) {
  const filled = useMemo(() => Math.round(review.rating ?? 0), [review.rating]);
  const safeHtml = sanitize(review.body);

  if (!review.consentOnFile) return null;

  return (
    <figure className={clsx("review", isBest && "review--best")}>
      {!hideRating && (
        <div aria-label={`${filled} of ${MAX_STARS}`}>
          {Array.from({ length: MAX_STARS }, (_, i) => (
            <Star key={i} on={i < filled} />
          ))}
        </div>
      )}
      <blockquote dangerouslySetInnerHTML={{ __html: safeHtml }} />
      <figcaption>
        {review.initials}, {review.year}
        {review.compensated && <em> (was given a discount)</em>}
      </figcaption>
      <p className="fine">Individual results vary. Not a promise of outcome.</p>
    </figure>
  );
}

function sanitize(raw: string): string {
  return raw.replace(/<script[\s\S]*?<\/script>/gi, "").trim();
}

function Star({ on }: { on: boolean }) {
  return <span aria-hidden>{on ? "★" : "☆"}</span>;
}

// TODO(mk): sort order "most effective first" came from the old theme, drop it
export const sortOrders = ["newest", "oldest", "longest"] as const;
