package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where a server of the tests lets clients in, each served by a thread of its own, until it is closed. */
final class Door implements AutoCloseable {
    private final ServerSocket socket;
    private final Service service;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What is done with each connection, which is closed afterwards. */
    interface Service {
        void serve(Socket client) throws IOException;
    }

    /** A door at a socket that is bound; nobody comes in before it opens. */
    Door(ServerSocket socket, Service service) {
        this.socket = socket;
        this.service = service;
    }

    void open() {
        start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Whether it was closed within this time; zero only looks. */
    boolean isClosedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                start(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            service.serve(client);
        } catch (IOException e) {
            // The client has left, which is what many of the tests are about.
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "misbehaving-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
