package org.broadsheet.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.broadsheet.config.Config;
import org.broadsheet.server.CannotListen;
import org.broadsheet.server.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Polls and serves until it is stopped. */
@Command(name = "serve", description = "Starts the server (the default).", mixinStandardHelpOptions = true)
final class Serve implements Runnable {
    @ParentCommand
    private Cli cli;

    Serve() {
        this(new Cli());
    }

    Serve(Cli cli) {
        this.cli = cli;
    }

    @Override
    public void run() {
        serve(cli.config(), "Stop it with Ctrl+C.", () -> {});
    }

    /**
     * Runs a server until the process is told to end. Throws CommandFailure when it cannot start or go on.
     *
     * @param hint said after the address
     * @param afterwards done when everything is closed
     */
    static void serve(Config config, String hint, Runnable afterwards) {
        refuseToBeOpen(config.server().host());
        Node node = Node.open(config, InstantSource.system());
        WebServer server;
        try {
            node.subscribeToDefaults();
            server = Surface.open(node);
        } catch (CannotListen e) {
            node.close();
            throw CommandFailure.failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
        Running running = new Running(node, server, afterwards);
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "shutdown"));
        node.startPolling();
        node.startFollowing();
        running.announce(hint);
        // Not before: while it starts, the heap should grow.
        HeapManners.apply();
        running.untilTheEnd();
    }

    private static void refuseToBeOpen(String host) {
        try {
            if (!InetAddress.getByName(host).isLoopbackAddress()) {
                throw CommandFailure.unusable(
                        "server.host is " + host + ", which others can reach, but there is no account;"
                                + " accounts are not built yet, so set server.host to 127.0.0.1 and put a reverse proxy with a"
                                + " login before it.");
            }
        } catch (UnknownHostException e) {
            throw CommandFailure.unusable(
                    "server.host is " + host + ", which is not a name or address of this machine.");
        }
    }

    /** A server under way; ends once, by whoever comes first. */
    private static final class Running {
        private final Node node;
        private final WebServer server;
        private final Path dataDir;
        private final Runnable afterwards;
        private final CountDownLatch end = new CountDownLatch(1);
        private volatile String trouble = "";
        private boolean closed;

        Running(Node node, WebServer server, Runnable afterwards) {
            this.afterwards = afterwards;
            this.node = node;
            this.server = server;
            this.dataDir = node.config().data().dir();
            node.writer().onFatal(broken -> {
                trouble = String.valueOf(broken.getMessage());
                end.countDown();
            });
        }

        void announce(String hint) {
            try {
                ServerFile.write(dataDir, server.address());
            } catch (IOException e) {
                throw CommandFailure.failed("the data folder " + dataDir + " cannot be written: " + e.getMessage());
            }
            System.out.println("Broadsheet " + Cli.version() + " is at " + server.address() + "/ with "
                    + node.subscribing().feeds(node.accounts().local()).size() + " feeds. " + hint);
        }

        void untilTheEnd() {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            close();
            if (!trouble.isEmpty()) {
                throw CommandFailure.failed(trouble);
            }
        }

        synchronized void close() {
            if (closed) {
                return;
            }
            closed = true;
            server.close();
            node.close();
            ServerFile.delete(dataDir);
            afterwards.run();
            end.countDown();
        }
    }
}
