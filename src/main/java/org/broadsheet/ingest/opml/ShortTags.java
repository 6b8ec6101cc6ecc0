package org.broadsheet.ingest.opml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Breaks off where one tag says more than any list has a reason to, which an XML reader would hold in memory many times. */
final class ShortTags extends FilterReader {
    static final int LONGEST = 2 << 20; // characters that are no blanks

    private int length;

    ShortTags(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] into, int from, int most) throws IOException {
        int read = super.read(into, from, most);
        for (int i = from; i < from + read; i++) {
            if (into[i] == '<') {
                length = 0;
            } else if (into[i] > ' ' && ++length > LONGEST) {
                throw new IOException("an outline says more than " + LONGEST + " characters");
            }
        }
        return read;
    }
}
