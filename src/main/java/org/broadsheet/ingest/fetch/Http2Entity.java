package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;

/** The body of an answer as HttpClient hands it on; its content type stays as the server wrote it. */
final class Http2Entity extends AbstractHttpEntity {
    private final InputStream content;
    private final long length;

    Http2Entity(InputStream content, long length, @Nullable String contentType) {
        super(contentType, null);
        this.content = content;
        this.length = length;
    }

    @Override
    public InputStream getContent() {
        return content;
    }

    /** As announced, negative when it was not. */
    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
