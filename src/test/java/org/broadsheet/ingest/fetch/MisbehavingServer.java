package org.broadsheet.ingest.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server on loopback that sends exactly the bytes a script tells it to, whether they are HTTP or not. It closes each
 * connection when its script has ended.
 */
final class MisbehavingServer implements AutoCloseable {
    private final Door door;
    private final boolean listensFirst;
    private final Script script;
    private final List<Visit> visits = new CopyOnWriteArrayList<>();

    private MisbehavingServer(boolean listensFirst, Script script) throws IOException {
        this.door = new Door(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), this::serve);
        this.listensFirst = listensFirst;
        this.script = script;
    }

    /** Starts a server that plays this script for each connection. */
    static MisbehavingServer playing(Script script) {
        return started(true, script);
    }

    /** Starts a server that answers everything with these characters, each of them one byte. */
    static MisbehavingServer sending(String answer) {
        return playing(visit -> visit.send(answer));
    }

    /** Starts a server that says these characters without waiting for a request, and then nothing. */
    static MisbehavingServer speakingFirst(String greeting) {
        return started(false, visit -> {
            visit.send(greeting);
            visit.fallSilent();
        });
    }

    private static MisbehavingServer started(boolean listensFirst, Script script) {
        try {
            MisbehavingServer server = new MisbehavingServer(listensFirst, script);
            server.door.open();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    int port() {
        return door.port();
    }

    /** The requests so far, oldest first. */
    List<Visit> visits() {
        return visits;
    }

    private void serve(Socket client) throws IOException {
        Visit visit = new Visit(client, listensFirst ? head(client) : List.of());
        visits.add(visit);
        script.play(visit);
    }

    private static List<String> head(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    @Override
    public void close() {
        door.close();
    }

    /** What the server does with one connection after it has read the request. */
    interface Script {
        void play(Visit visit) throws IOException;
    }

    /** One request and the connection it came on. */
    final class Visit {
        private final Socket client;
        private final List<String> lines;

        private Visit(Socket client, List<String> lines) {
            this.client = client;
            this.lines = lines;
        }

        String path() {
            return lines.isEmpty() ? "" : lines.get(0).split(" ", -1)[1];
        }

        /** The whole request line. */
        String line() {
            return lines.get(0);
        }

        /** The names of all headers, as sent. */
        List<String> headerNames() {
            return lines.stream().skip(1).map(line -> line.split(":", 2)[0]).toList();
        }

        /** The value of a header, "" when it was not sent. */
        String header(String name) {
            return lines.stream()
                    .skip(1)
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElse("");
        }

        void send(String bytes) throws IOException {
            send(bytes.getBytes(ISO_8859_1));
        }

        void send(byte[] bytes) throws IOException {
            client.getOutputStream().write(bytes);
            client.getOutputStream().flush();
        }

        /** Sends the same bytes again and again with a pause between, until somebody hangs up. */
        void drip(String bytes) throws IOException {
            do {
                send(bytes);
            } while (!door.isClosedWithin(20));
        }

        /** Sends the same bytes for ever, as fast as they are taken. */
        void flood(String bytes) throws IOException {
            byte[] wave = bytes.repeat(100).getBytes(ISO_8859_1);
            while (!door.isClosedWithin(0)) {
                send(wave);
            }
        }

        /** Keeps the connection open and says nothing more. */
        void fallSilent() {
            door.isClosedWithin(60_000);
        }

        /** Breaks the connection with a RST. */
        void reset() throws IOException {
            client.setSoLinger(true, 0);
            client.close();
        }
    }
}
