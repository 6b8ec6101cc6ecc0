package org.broadsheet.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.broadsheet.ingest.clean.Cleaner;
import org.broadsheet.ingest.fetch.FetchRequest;
import org.broadsheet.ingest.fetch.Fetcher;
import org.broadsheet.ingest.parse.FeedDocument;
import org.broadsheet.ingest.parse.FeedParser;
import org.broadsheet.ingest.parse.ParseResult;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.publish.NormalisedFeed;
import org.broadsheet.text.FeedAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints the normalised feed of a file: one document, or with {@code --ndjson} one line a file. */
@Command(name = "parse", description = "Read a feed and print it as JSON Feed 1.1.")
public final class Parse implements Callable<Integer> {
    @ParentCommand
    private Cli cli = new Cli();

    @Option(
            names = "--ndjson",
            description = "One line a file: {\"file\":..,\"feed\":..} or {\"file\":..,\"error\":..}.")
    private boolean ndjson;

    @Option(names = "--base-url", description = "What relative addresses stand against.")
    private @Nullable String baseUrl;

    @Option(names = "--content-type", description = "What HTTP would say.")
    private @Nullable String contentType;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE-OR-URL",
            description = "Files; - reads their names from standard input.")
    private List<String> files = List.of();

    @Override
    public Integer call() {
        if (ndjson) {
            Ndjson.print(Ndjson.files(files, System.in), this::fill, System.out);
            return 0;
        }
        if (files.size() > 1) {
            throw CommandFailure.unusable("several files need --ndjson.");
        }
        String file = files.get(0);
        ParseResult result = file.matches("(?i)https?://.*") ? ask(address(file)) : readOne(file);
        return result.match(
                parsed -> {
                    System.out.println(
                            NormalisedFeed.write(parsed.feed(), Parse::clean).toPrettyString());
                    return 0;
                },
                notAFeed -> {
                    System.err.println(file + ": " + notAFeed.sentence());
                    return 2;
                });
    }

    private static URI address(String typed) {
        return FeedAddress.of(typed)
                .map(URI::create)
                .orElseThrow(() -> CommandFailure.unusable(typed + " is not an address of the web."));
    }

    private ParseResult readOne(String file) {
        try {
            return read(Path.of(file));
        } catch (UncheckedIOException | InvalidPathException e) {
            throw CommandFailure.unusable(file + " cannot be read; check its path and permissions.");
        }
    }

    /** Asks an address once, behind the guard of the configuration. */
    private ParseResult ask(URI address) {
        try (Fetcher fetcher = Node.fetcher(cli.config().fetch(), InstantSource.system())) {
            return fetcher.fetch(FetchRequest.firstVisit(address))
                    .match(
                            fetched -> FeedParser.parse(new FeedDocument(
                                    fetched.body(),
                                    fetched.contentType(),
                                    fetched.finalUrl().toString())),
                            unchanged -> new ParseResult.NotAFeed(ErrorKind.EMPTY, ErrorKind.EMPTY.sentence()),
                            throttled -> new ParseResult.NotAFeed(
                                    throttled.kind(), throttled.kind().sentence()),
                            failed -> new ParseResult.NotAFeed(failed.kind(), failed.sentence()));
        }
    }

    private void fill(Path file, ObjectNode line) {
        ParseResult result = read(file);
        if (result instanceof ParseResult.Parsed parsed) {
            line.set("feed", NormalisedFeed.write(parsed.feed(), Parse::clean));
        } else if (result instanceof ParseResult.NotAFeed none) {
            line.put("error", none.kind().word() + ": " + none.sentence());
        }
    }

    private ParseResult read(Path file) {
        Optional<String> type = Ndjson.header(file, "Content-Type");
        Optional<String> location = Ndjson.header(file, "Content-Location");
        return FeedParser.parse(new FeedDocument(
                Ndjson.bytes(file),
                type.orElse(contentType),
                location.map(this::absolute).orElse(baseUrl)));
    }

    private @Nullable String absolute(String location) {
        try {
            return baseUrl == null
                    ? location
                    : URI.create(baseUrl).resolve(location).toString();
        } catch (IllegalArgumentException unusable) {
            return baseUrl;
        }
    }

    /** The parser has made the addresses inside absolute already, each against its own base. */
    private static String clean(String html) {
        return Cleaner.clean(html, null).value();
    }
}
