package org.broadsheet.reading.hub;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.ingest.fetch.Answer;
import org.broadsheet.ingest.fetch.Parcel;
import org.broadsheet.model.HubSubscriber;
import org.broadsheet.publish.hub.Announcement;

/**
 * Sends news in the hub's name.
 *
 * @param hub its address
 */
record Sender(URI hub, HubDoor door) {
    /** Empty when it was we who cut that off. */
    Optional<Answer> send(HubSubscriber to, Delta delta) {
        Map<String, String> headers = Announcement.headers(hub, to.topic(), to.secret(), delta.body());
        return door.send(new Parcel(to.callback(), delta.mediaType(), delta.body(), headers));
    }
}
