package org.broadsheet.api.feeds;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.ingest.clean.Cleaner;
import org.broadsheet.ingest.clean.ReadableText;
import org.broadsheet.model.Enclosure;
import org.broadsheet.model.EntryIdentity;
import org.broadsheet.model.IdentityRule;
import org.broadsheet.model.NewEntry;
import org.broadsheet.model.SafeHtml;
import org.broadsheet.store.Bodies;
import org.broadsheet.text.PlainText;
import org.jspecify.annotations.Nullable;

/** Entries that have all that makes writers of feeds stumble, the same for the same seed. */
final class NastyEntries {
    private static final List<String> TEXTS = List.of(
            "Plain words",
            "Tom & Jerry < 3 > 2 \"quoted\" 'single'",
            "AT&T, R&D and Q&A; &c.",
            "The <table> element & its &lt;friends&gt;",
            "<b>Bold</b> & <script>alert(1)</script>",
            "&copy 2026 &copy; &#8212; &#x1F600; &nosuch;",
            "x ]]> y <![CDATA[ z ]]> <!-- c --> <?php d ?>",
            "Emoji 🌍👩‍👩‍👧‍👦🇩🇪 and 𝔐𝔞𝔱𝔥",
            "שלום עולם \u202Bمرحبا\u202C بالعالم",
            "Ze\u0301ro cre\u0300me bru\u0302le\u0301e Z\u0351\u036b\u0343a\u0320lgo",
            "Bell\u0007 null\u0000 escape\u001B non\uFFFE half\uD83D end",
            "Smart \u0092quote\u0092 in another charset \u0085",
            "No-break\u00A0space, zero\u200Bwidth, soft\u00ADhyphen, \uFEFFmark",
            "List<String> a = b < c && d > e;",
            "日本語のタイトル、句読点。",
            "word ".repeat(400).strip(),
            "\u0001\u0002",
            "100 % of \\ back `ticks` {curly} |pipe| ^hat^ ~tilde~");

    private static final List<String> BODIES = List.of(
            "<p>Plain & simple</p>",
            "<p>See <iframe src='https://www.youtube.com/embed/abc?start=1' title='a > b'></iframe> and"
                    + " <iframe src='https://evil.example/frame'></iframe></p>",
            "<table><caption>C</caption><tr><th scope=row>1<td colspan=2>&lt;2&gt;</table>",
            "<pre><code class='language-java'>if (a &lt; b &amp;&amp; c &gt; d) { x[\"]]&gt;\"]; }\n\n  indented</code></pre>",
            "<figure><img src='/a.png' srcset='/a.png 1x, b.png 2x' alt='\"a\" &amp; &lt;b&gt;'><figcaption>F</figcaption></figure>",
            "<p onclick='x()' style='color:red'>Text <script>alert(1)</script><style>p{}</style><a href='javascript:x'>l</a></p>",
            "<p>Note<a href='#fn1'>1</a></p><p id='fn1'>&nbsp;— a note 🌍</p>",
            "<ruby>漢<rp>(<rt>kan<rp>)</ruby> <math><mi>x</mi><mo>&lt;</mo><mn>2</mn></math>",
            "<svg width=100 height=100><circle cx=50 cy=50 r=40 fill=red /></svg><video src='/v.mp4' autoplay></video>",
            "<a href='https://www.youtube.com/watch?v=1'>x<iframe src='https://player.vimeo.com/video/1'></iframe></a>",
            "<p>\u0000\u0007\uFFFE\uD83D\u0092 controls</p>",
            "");

    private static final List<String> ADDRESSES = List.of(
            "https://post.example/{}?a=1&b=2",
            "https://post.example/größe/日本-{}",
            "https://bücher.example/{}#frag#ment",
            "http://me:secret@post.example:8080/{}",
            "https://post.example/a b{}|c^d`e{f}[g]\\h\"<i>",
            "https://post.example/100%/{}?q=%zz%20",
            "https://[::1]/{}",
            "https://under_score.example/{}",
            "https://bad host/{}",
            "mailto:ann@post.example?{}",
            "/relative/{}",
            "javascript:alert({})");

    private static final List<String> TYPES = List.of(
            "audio/mpeg",
            "video/mp4; codecs=\"avc1, mp4a\"",
            "image/png",
            "mp3",
            "audio/mpeg; junk",
            "",
            "text/html;charset=x");

    private static final List<String> LANGUAGES =
            List.of("en", "en-GB", "de_DE", "zh-Hant-TW", "English", "x", "en-", "en-a", "pt-br", "sr-Latn");

    private static final List<String> AUTHORS = List.of(
            "Ann Author",
            "Ann Author, Ben <b>Bold</b>, Çelik & Söhne",
            "ann@post.example",
            "Ann (ann@post.example)",
            "  ",
            "\u0001",
            "https://post.example/ann",
            "מחבר");

    private static final List<String> TAGS = List.of(
            "News",
            "R&D",
            "<b>tag</b>",
            "https://post.example/tags#one",
            "news:world",
            "a/b/c",
            " spaced  out ",
            "\u0001",
            "C++",
            "日本",
            "quoted \"tag\"",
            "one\ntwo");

    private final Random random;
    private final Instant now;

    NastyEntries(long seed, Instant now) {
        this.random = new Random(seed);
        this.now = now;
    }

    /** As many for one feed, numbered so that each has an address and a guid of its own in it; guids are the same in every feed. */
    NewEntry[] of(int count, String feed) {
        return from(0, count, feed);
    }

    NewEntry[] from(int first, int count, String feed) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> entry(feed, number))
                .toArray(NewEntry[]::new);
    }

    private NewEntry entry(String feed, int number) {
        String guid = one(List.of("", "tag:x,2026:", "https://post.example/?p=", "<&>\" ")) + number;
        // One in five is in every feed under the same address: it is shown once.
        String url = url(number % 5 == 0 ? "all-" + number : feed + "-" + number);
        SafeHtml body = Cleaner.clean(bodyHtml(), URI.create("https://post.example/base/"));
        Instant published = published();
        return new NewEntry(
                new EntryIdentity("guid:" + guid, IdentityRule.GUID, guid),
                url,
                url,
                title(),
                random.nextInt(4) == 0 ? null : one(AUTHORS),
                PlainText.excerpt(random.nextInt(3) == 0 ? text() : ReadableText.of(body), 400),
                random.nextBoolean() ? null : url("picture-" + number),
                Stream.generate(() -> one(TAGS))
                        .limit(random.nextInt(4))
                        .distinct()
                        .toList(),
                enclosures(number),
                null,
                published,
                sortedAt(published, number),
                random.nextInt(3) == 0 ? null : one(LANGUAGES),
                3,
                "raw:" + feed + number,
                "content:" + feed + number,
                Bodies.pack(body));
    }

    private String bodyHtml() {
        return one(BODIES)
                + (random.nextBoolean()
                        ? "<p>" + one(TEXTS).replace("&", "&amp;").replace("<", "&lt;") + "</p>"
                        : "");
    }

    private String title() {
        String title = text();
        return random.nextInt(4) == 0 ? title + " · " + text() : title;
    }

    private String text() {
        return one(TEXTS);
    }

    private String url(String key) {
        return one(ADDRESSES).replace("{}", key);
    }

    private List<Enclosure> enclosures(int number) {
        List<Enclosure> files = new ArrayList<>();
        for (int i = random.nextInt(8) - 4; i > 0; i--) {
            files.add(new Enclosure(
                    url("file-" + number + "-" + i),
                    random.nextInt(4) == 0 ? null : one(TYPES),
                    random.nextBoolean() ? null : (long) random.nextInt(9_000_000),
                    random.nextBoolean() ? null : Duration.ofSeconds(random.nextInt(9_000)),
                    random.nextBoolean() ? null : text()));
        }
        return List.copyOf(files);
    }

    private @Nullable Instant published() {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 ->
                one(List.of(
                        Instant.EPOCH,
                        Instant.parse("1969-12-31T16:00:00Z"),
                        Instant.parse("0001-01-01T00:00:00Z"),
                        Instant.parse("1582-10-04T00:00:00Z"),
                        Instant.parse("2038-01-19T03:14:08Z"),
                        Instant.parse("9999-12-31T23:59:59Z")));
            case 2 -> Instant.parse("1999-12-31T23:59:59Z").plusSeconds(random.nextInt(1_000));
            case 3 -> now.minusNanos(random.nextInt(1_000_000) * 1_000L);
            default -> now.minus(Duration.ofMinutes(random.nextInt(40_000)));
        };
    }

    /** As entries are prepared: what has no date, or one that cannot be, is dated by when it came. */
    private Instant sortedAt(@Nullable Instant published, int number) {
        if (published == null || published.equals(Instant.EPOCH) || published.isAfter(now)) {
            return now.minusMillis(number);
        }
        return published.isAfter(Instant.parse("1601-01-02T00:00:00Z")) ? published : now.minusMillis(number);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
