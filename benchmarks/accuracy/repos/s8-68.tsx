import { Policy } from "@/components/Policy";

export default function TelehealthPolicy() {
  return (
    <Policy
      title="Telehealth policy"
      seoDescription="What can and cannot be done by video at Prairie Rose Behavioral Health, and how we handle emergencies and controlled medicines."
      effective="February 1, 2025"
    >
      <p>Convenient care should still be careful care. We offer video visits to make it easier to keep in touch with your treatment team.</p>
      <h2>Who can be seen by video</h2>
      <p>Adults who are in Kansas or Missouri at the time of the visit. Where you live does not matter; where you sit does. We ask for your address at the start of every call so that we can send help.</p>

      <h2>Who cannot</h2>
      <ul>
        <li>Anyone in immediate danger</li>
        <li>Anyone in withdrawal from alcohol or sedatives</li>
        <li>Children under 12, for a first visit</li>
        <li>Anyone who is driving</li>
      </ul>

      <h2>Controlled medicines</h2>
      <p>Stimulants and benzodiazepines are not started by video. After a first visit in person they can be continued by video, with a check of the state monitoring program each time and a visit in person every six months. Buprenorphine can be started by video where federal and state rules allow it.</p>

      <h2>Limits</h2>
      <p>A camera shows less than a room. We cannot listen to your heart or see a tremor well. If that matters, we will ask you to come in or see your primary care doctor. For talking therapy, trials have in general found similar results by video and in person, though people in crisis were mostly left out (Fernandez 2021, doi:10.1002/cpp.2594).</p>

      <h2>Privacy</h2>
      <p>Use headphones and a closed door. We do not record. The platform has signed a business associate agreement.</p>

      <h2>If the line drops</h2>
      <p>We call your phone within five minutes. If we were worried about you and cannot reach you, we may call the police for a welfare check.</p>

      <h2>Cost</h2>
      <p>The same copay as in the office for most plans.</p>

      <h2>Emergencies</h2>
      <p>Call 911, or call or text 988. Messages in the portal are read on weekdays only.</p>
    </Policy>
  );
}
