import Link from "next/link";

export const metadata = {
  title: "Contact Alder Creek Pain & Spine",
  description: "Phone, fax, hours, new patient referrals and medical records for Alder Creek Pain & Spine in Bend, Oregon.",
};

export default function ContactPage() {
  return (
    <div className="mx-auto max-w-3xl px-6 py-20">
      <h1>Contact us</h1>
      <p>You don't have to figure it out alone: our caring staff will point you in the right direction. Our front desk answers from 7:30 to 4:30, Monday to Thursday, and until noon on Friday. The best time to get through is mid-morning.</p>

      <h2>Phone and fax</h2>
      <p>(541) 555-0138<br />Fax for referrals (541) 555-0139</p>

      <h2>New patients</h2>
      <p>We need a referral, imaging reports from the last two years and your medication list. A nurse reads them and calls you, usually within a week. The wait for a first visit is about four weeks.</p>

      <h2>Medication questions</h2>
      <p>Send them through the portal. Refills take three business days. Opioids are not started at a first visit, are not refilled on weekends and are never refilled early. Urine testing and a check of the state database are part of our agreement.</p>

      <h2>After a procedure</h2>
      <p>Call the number on your discharge sheet, day or night, for fever, new weakness, a severe headache on sitting up, or trouble with bladder or bowel. If you cannot reach us within fifteen minutes, go to the emergency department.</p>

      <h2>Records</h2>
      <p>Fill in the <Link href="/release.pdf">release form</Link>. There is no charge for copies sent to another clinic.</p>

      <h2>Getting here</h2>
      <p>Take exit 137 and follow the signs for the hospital. Parking is free. The elevator is to the left of the pharmacy.</p>

      <h2>Language</h2>
      <p>Spanish is spoken at the desk. Other interpreters can be booked by phone, free of charge.</p>

      <h2>Feedback</h2>
      <p>Tell us what went well or badly: call the practice manager, or leave a review wherever you like.</p>
    </div>
  );
}
