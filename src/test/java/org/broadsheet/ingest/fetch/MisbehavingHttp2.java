package org.broadsheet.ingest.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.apache.hc.core5.http2.hpack.HPackEncoder;
import org.apache.hc.core5.http2.impl.io.FrameInputBuffer;
import org.apache.hc.core5.util.ByteArrayBuffer;

/**
 * A server on loopback that agrees on HTTP/2 and sends the frames that a script tells it to. A client that does not agree is
 * told so in HTTP/1.1.
 */
final class MisbehavingHttp2 implements AutoCloseable {
    static final int END_STREAM = FrameFlag.END_STREAM.getValue();
    static final int END_HEADERS = FrameFlag.END_HEADERS.getValue();
    private static final String OLDER = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nolder";

    private static final String NONE = "That is not spoken here either.\r\n\r\n";

    private final Door door;
    private final String older;
    private final Script script;
    private final AtomicInteger visits = new AtomicInteger();
    private final CountDownLatch left = new CountDownLatch(1);

    private MisbehavingHttp2(Script script, String older) throws IOException {
        this.older = older;
        this.script = script;
        SSLServerSocket socket = (SSLServerSocket)
                TestTls.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
        socket.setSSLParameters(parameters);
        this.door = new Door(socket, client -> serve((SSLSocket) client));
    }

    /** Starts a server that plays this script when it has got a request, and then hangs up. */
    static MisbehavingHttp2 playing(Script script) {
        return started(script, OLDER);
    }

    /** One that speaks no HTTP/1.1 to fall back to. */
    static MisbehavingHttp2 playingOnly(Script script) {
        return started(script, NONE);
    }

    private static MisbehavingHttp2 started(Script script, String older) {
        try {
            MisbehavingHttp2 server = new MisbehavingHttp2(script, older);
            server.door.open();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("https://127.0.0.1:" + door.port() + "/");
    }

    /** How many connections came. */
    int visits() {
        return visits.get();
    }

    /** Waits until a script has ended, because it was played or because the client has gone. */
    boolean sawTheEnd() throws InterruptedException {
        return left.await(20, TimeUnit.SECONDS);
    }

    private void serve(SSLSocket client) throws IOException {
        visits.incrementAndGet();
        try {
            client.startHandshake();
            if (client.getApplicationProtocol().equals("h2")) {
                Visit visit = new Visit(client);
                script.play(visit);
                client.shutdownOutput();
                visit.fallSilent(); // because a RST would overtake what was said
            } else {
                client.getInputStream().read();
                client.getOutputStream().write(older.getBytes(ISO_8859_1));
            }
        } finally {
            left.countDown();
        }
    }

    @Override
    public void close() {
        door.close();
    }

    /** What the server does with one connection after it has read the request. */
    interface Script {
        void play(Visit visit) throws IOException;
    }

    /** One connection on which a request has come, and our own settings have gone out. */
    final class Visit {
        private final InputStream in;
        private final OutputStream out;
        private final FrameInputBuffer reader = new FrameInputBuffer(1 << 14);
        private final byte[] settings;

        private Visit(SSLSocket client) throws IOException {
            in = client.getInputStream();
            out = client.getOutputStream();
            in.readNBytes(24); // the preface
            settings = await(FrameType.SETTINGS);
            await(FrameType.HEADERS);
            send(FrameType.SETTINGS, 0, 0);
        }

        /** What the client said it prefers, as it came. */
        byte[] settings() {
            return settings;
        }

        /** Reads on until a frame of this type comes, and gives what it holds. */
        byte[] await(FrameType type) throws IOException {
            RawFrame frame = reader.read(in);
            while (!frame.isType(type)) {
                frame = reader.read(in);
            }
            byte[] content = new byte[frame.getLength()];
            if (content.length > 0) {
                frame.getPayload().get(content);
            }
            return content;
        }

        void send(FrameType type, int flags, int stream, byte... content) throws IOException {
            send(type.getValue(), flags, stream, content);
        }

        void send(int type, int flags, int stream, byte... content) throws IOException {
            ByteBuffer frame = ByteBuffer.allocate(9 + content.length);
            frame.putInt(content.length << 8 | type)
                    .put((byte) flags)
                    .putInt(stream)
                    .put(content);
            out.write(frame.array());
        }

        /** Sends the header of an answer, names and values by turns. */
        void answer(int flags, String... header) throws IOException {
            send(FrameType.HEADERS, flags | END_HEADERS, 1, packed(header));
        }

        void ok() throws IOException {
            answer(0, ":status", "200");
        }

        void body(String content, int flags) throws IOException {
            send(FrameType.DATA, flags, 1, content.getBytes(ISO_8859_1));
        }

        /** Sends what are no frames. */
        void sendText(String text) throws IOException {
            out.write(text.getBytes(ISO_8859_1));
        }

        /** Says it all again and again with a pause between, until somebody hangs up. */
        void drip(Script words) throws IOException {
            do {
                words.play(this);
            } while (!door.isClosedWithin(20));
        }

        /** Says it for ever, as fast as it is taken. */
        void flood(Script words) throws IOException {
            while (!door.isClosedWithin(0)) {
                words.play(this);
            }
        }

        /** Says nothing more, and waits for the client to leave. */
        void fallSilent() throws IOException {
            while (in.read() >= 0) {
                // Whatever it says, there is no answer.
            }
        }
    }

    /** A header as HPACK packs it, names and values by turns. */
    static byte[] packed(String... header) throws IOException {
        HPackEncoder encoder = new HPackEncoder(0, ISO_8859_1);
        ByteArrayBuffer block = new ByteArrayBuffer(256);
        for (int i = 0; i < header.length; i += 2) {
            encoder.encodeHeader(block, header[i], header[i + 1], false);
        }
        return Arrays.copyOf(block.array(), block.length());
    }
}
