package org.broadsheet.web;

import gg.jte.support.LocalizationSupport;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the pages say, in one language: the texts of a message file under {@code web/texts}. Thread-safe.
 *
 * <p>A text with parameters is a pattern of {@link MessageFormat}, except that an apostrophe is just that.
 */
public final class Texts implements LocalizationSupport {
    private static final String FILE = "web.texts.texts";
    // The first is what everybody gets who asks for none of them; its file is the one without a language in its name.
    private static final List<Texts> ALL = List.of(new Texts(Locale.ENGLISH), new Texts(Locale.GERMAN));

    private final Locale locale;
    private final ResourceBundle file;
    private final Map<String, MessageFormat> patterns = new ConcurrentHashMap<>();
    private final Map<String, DateTimeFormatter> dates = new ConcurrentHashMap<>();

    private Texts(Locale locale) {
        this.locale = locale;
        this.file = ResourceBundle.getBundle(
                FILE,
                locale,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** One for each language there is. */
    static List<Texts> all() {
        return ALL;
    }

    /**
     * In the language that somebody chose, else in the one that their browser likes best.
     *
     * @param chosen such as {@code de}; empty for no choice
     * @param accepted the header Accept-Language (RFC 9110 §12.5.4), null when there is none; nonsense is as none
     */
    static Texts of(String chosen, @Nullable String accepted) {
        return ALL.stream()
                .filter(texts -> texts.language().equals(chosen))
                .findFirst()
                .orElseGet(() -> accepted == null ? ALL.get(0) : accepted(accepted));
    }

    private static Texts accepted(String header) {
        try {
            Locale best = Locale.lookup(
                    LanguageRange.parse(header),
                    ALL.stream().map(texts -> texts.locale).toList());
            return best == null ? ALL.get(0) : of(best.getLanguage(), null);
        } catch (IllegalArgumentException e) {
            return ALL.get(0);
        }
    }

    /** The language as pages name it to browsers, such as {@code de}. */
    public String language() {
        return locale.getLanguage();
    }

    /** What the language calls itself. */
    public String name() {
        return locale.getDisplayLanguage(locale);
    }

    /** The text with this key. */
    public String get(String key) {
        return file.getString(key);
    }

    /** The text with this key, its {@code {0}} and so on being the given values. */
    public String get(String key, Object... values) {
        MessageFormat pattern = patterns.computeIfAbsent(key, this::pattern);
        // A MessageFormat is not thread-safe, and making one takes longer than waiting for it.
        synchronized (pattern) {
            return pattern.format(values);
        }
    }

    private MessageFormat pattern(String key) {
        return new MessageFormat(get(key).replace("'", "''"), locale);
    }

    /** The same as {@link #get(String)}, for templates that put markup into a text. */
    @Override
    public String lookup(String key) {
        return get(key);
    }

    /** Whether there is a text with this key. */
    boolean has(String key) {
        try {
            return !get(key).isEmpty();
        } catch (MissingResourceException e) {
            return false;
        }
    }

    /** A number, with the usual marks between its thousands. */
    String number(long number) {
        return String.format(locale, "%,d", number);
    }

    /** Such as {@code 12 kB}. */
    String bytes(long bytes) {
        if (bytes < 1_000) {
            return get("count.bytes", bytes);
        }
        return bytes < 1_000_000
                ? bytes / 1_000 + " kB"
                : bytes < 1_000_000_000
                        ? String.format(locale, "%.1f MB", bytes / 1_000_000.0)
                        : String.format(locale, "%.1f GB", bytes / 1_000_000_000.0);
    }

    /** A date or time in the form with this key. */
    String date(String key, TemporalAccessor date) {
        return dates.computeIfAbsent(key, form -> DateTimeFormatter.ofPattern(get(form), locale))
                .format(date);
    }
}
