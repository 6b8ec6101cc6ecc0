package org.broadsheet.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.text.CanonicalUrl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the canonical form of each address on standard input as it is read; what is no web address comes out unchanged. */
@Command(
        name = "canonical",
        description = "Prints the canonical form of each address, one a line.",
        mixinStandardHelpOptions = true)
public final class Canonical implements Callable<Integer> {
    /** An address may be followed by what its page names as canonical, where that is known. */
    private static final Pattern FETCHED = Pattern.compile("(.*\\S)\\s+\\[rel=canonical (\\S+)]\\s*");

    @Parameters(paramLabel = "-", description = "A dash: addresses come from standard input, one a line.")
    private String input = "-";

    @Override
    public Integer call() throws Exception {
        if (!input.equals("-")) {
            System.err.println("canonical: reads standard input only; say: canonical -");
            return 2;
        }
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(canonical(line));
        }
        return 0;
    }

    private static String canonical(String line) {
        Matcher fetched = FETCHED.matcher(line);
        Optional<String> form =
                fetched.matches() ? CanonicalUrl.of(fetched.group(1), fetched.group(2)) : CanonicalUrl.of(line);
        return form.orElse(line);
    }
}
