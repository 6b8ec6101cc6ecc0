package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.support.BasicRequestBuilder;
import org.apache.hc.core5.http2.hpack.HPackDecoder;
import org.apache.hc.core5.http2.hpack.HPackEncoder;
import org.apache.hc.core5.http2.impl.DefaultH2RequestConverter;
import org.apache.hc.core5.http2.impl.DefaultH2ResponseConverter;
import org.apache.hc.core5.util.ByteArrayBuffer;

/** Headers as HTTP/2 packs them (HPACK, RFC 7541), bounded as those of HTTP/1.1. For one connection. */
final class Http2Headers {
    /** One character a byte, both ways: validators go back exactly as they came. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    /** RFC 9113 §6.5.2: as both sides have it before they agree on another. */
    private static final int TABLE = 4_096;

    private final HPackDecoder decoder = new HPackDecoder(TABLE, BYTES);

    Http2Headers() {
        decoder.setMaxListSize(Http2Connection.MAX_HEADER);
    }

    /** The header of a request, but for what is about a connection of HTTP/1.1 (RFC 9113 §8.2.2, §8.3.1). */
    static ByteBuffer block(ClassicHttpRequest request) throws IOException, HttpException {
        HttpRequest bare = BasicRequestBuilder.copy(request)
                .removeHeaders("Connection")
                .removeHeaders("Host")
                .build();
        ByteArrayBuffer block = new ByteArrayBuffer(512);
        new HPackEncoder(TABLE, BYTES).encodeHeaders(block, DefaultH2RequestConverter.INSTANCE.convert(bare), true);
        return ByteBuffer.wrap(block.array(), 0, block.length());
    }

    /** An answer without its body. */
    ClassicHttpResponse response(ByteBuffer block) throws IOException, HttpException {
        HttpResponse head = DefaultH2ResponseConverter.INSTANCE.convert(bounded(decoded(block)));
        ClassicHttpResponse response = new BasicClassicHttpResponse(head.getCode());
        response.setVersion(head.getVersion());
        response.setHeaders(head.getHeaders());
        return response;
    }

    private List<Header> decoded(ByteBuffer block) throws HttpException {
        try {
            return decoder.decodeHeaders(block);
        } catch (RuntimeException e) {
            throw new ProtocolException("The header is not HPACK", e); // the decoder trusts lengths that overflow
        }
    }

    private static List<Header> bounded(List<Header> headers) throws IOException {
        if (headers.size() > Wire.MAX_HEADERS) {
            throw new MessageConstraintException("Maximum header count exceeded");
        }
        for (Header header : headers) {
            if (header.getName().length() + header.getValue().length() > Wire.MAX_HEADER_LINE) {
                throw new MessageConstraintException("Maximum line length exceeded");
            }
        }
        return headers;
    }
}
