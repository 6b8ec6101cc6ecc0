package org.broadsheet.ingest.fetch;

import java.net.UnknownHostException;

/** No address of a name may be asked; the message is the guard's sentence. HttpClient lets a resolver throw only this type. */
final class BlockedAddress extends UnknownHostException {
    BlockedAddress(String sentence) {
        super(sentence);
    }
}
