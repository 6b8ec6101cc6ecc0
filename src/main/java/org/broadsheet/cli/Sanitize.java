package org.broadsheet.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.ingest.clean.Cleaner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the cleaned HTML of files: as it is, or with {@code --ndjson} one line a file. */
@Command(name = "sanitize", description = "Clean HTML so that it may be shown in a page.")
public final class Sanitize implements Callable<Integer> {
    @Option(names = "--ndjson", description = "One line a file: {\"file\":..,\"html\":..}.")
    private boolean ndjson;

    @Option(names = "--base-url", paramLabel = "URL", description = "What relative addresses stand against.")
    private @Nullable URI base;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files; - reads their names from standard input.")
    private List<String> files = List.of();

    @Override
    public Integer call() {
        List<String> names = Ndjson.files(files, System.in);
        if (ndjson) {
            Ndjson.print(names, (file, line) -> line.put("html", clean(file)), System.out);
        } else {
            names.forEach(name -> System.out.println(clean(Path.of(name))));
        }
        return 0;
    }

    private String clean(Path file) {
        return Cleaner.clean(new String(Ndjson.bytes(file), StandardCharsets.UTF_8), base)
                .value();
    }
}
