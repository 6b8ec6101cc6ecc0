package org.broadsheet.reading.hub;

/**
 * A piece of a stream's news as a document in the stream's format.
 *
 * @param body the same bytes for the same news; not to be changed, empty where there is nothing to tell
 * @param upto nothing up to this change is left out for whoever has all before the delta
 */
@SuppressWarnings("ArrayRecordComponent") // a body is handed on and never compared
public record Delta(byte[] body, String mediaType, long upto) {
    boolean isEmpty() {
        return body.length == 0;
    }
}
