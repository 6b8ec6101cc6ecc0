package org.broadsheet.ingest.parse;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.model.Author;
import org.jspecify.annotations.Nullable;

/** Who wrote it, in all the ways feeds say so. */
final class Authors {
    /** The elements that name people, the most telling first; the first kind that names somebody counts. */
    private static final List<String[]> KINDS = List.of(
            new String[] {"author", "atom:author"},
            new String[] {"dc:creator", "dc:author"},
            new String[] {"managingeditor"},
            new String[] {"itunes:author"},
            new String[] {"itunes:owner"},
            new String[] {"webmaster"});

    /** Longer ones are no names, and would keep the patterns busy. */
    private static final int LONGEST = 500;

    private static final String MAIL = "[^\\s()<>\",;:]+@[^\\s()<>\",;:]+";
    private static final Pattern MAIL_NAME = Pattern.compile("(?:mailto:)?(" + MAIL + ")\\s*\\(([^()]*)\\)");
    private static final Pattern NAME_MAIL = Pattern.compile("(.*?)\\s*[(<]\\s*(?:mailto:)?(" + MAIL + ")\\s*[)>]");
    private static final Pattern MAIL_ONLY = Pattern.compile("(?:mailto:)?(" + MAIL + ")");

    private Authors() {}

    /** The authors of a feed or entry; those known by a mail address alone only where nobody has a name or page. */
    static List<Author> of(Node node) {
        List<Author> onlyMail = List.of();
        for (String[] names : KINDS) {
            List<Node> named = node.each(names);
            if (named.isEmpty()) {
                continue;
            }
            List<Author> authors = named.stream()
                    .map(Authors::author)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (authors.stream().anyMatch(author -> author.name() != null || author.url() != null)) {
                return authors;
            }
            onlyMail = onlyMail.isEmpty() ? authors : onlyMail;
        }
        return onlyMail;
    }

    /** The authors of an entry; those of the feed that it was taken from where it names none (RFC 4287 §4.2.11). */
    static List<Author> ofEntry(Node entry) {
        List<Author> own = of(entry);
        List<Author> ofSource = own.isEmpty() ? entry.first(Authors::ofSource, "source", "atom:source") : null;
        return ofSource == null ? own : ofSource;
    }

    private static @Nullable List<Author> ofSource(Node source) {
        List<Author> authors = of(source);
        return authors.isEmpty() ? null : authors;
    }

    private static @Nullable Author author(Node node) {
        if (node.element().getChildren().isEmpty()) {
            String text = Text.plain(node);
            return text == null ? null : ofText(text);
        }
        String name = node.first(Node::text, "name", "atom:name", "itunes:name");
        String url = node.first(Node::address, "uri", "url", "homepage", "atom:uri", "atom:url");
        String mail = node.first(Node::text, "email", "atom:email", "itunes:email");
        return name == null && url == null && mail == null ? ofMarkup(node) : new Author(name, url, mail);
    }

    private static @Nullable Author ofMarkup(Node node) {
        String text = Text.plain(node);
        return text == null ? null : ofText(text);
    }

    /** RSS 2.0 wants "mail (Name)"; "Name (mail)", "Name &lt;mail&gt;", a bare name and a bare mail address occur as often. */
    static Author ofText(String text) {
        if (text.length() > LONGEST) {
            return new Author(text.substring(0, LONGEST), null, null);
        }
        Matcher mailName = MAIL_NAME.matcher(text);
        if (mailName.matches()) {
            return new Author(orNull(mailName.group(2)), null, mailName.group(1));
        }
        Matcher nameMail = NAME_MAIL.matcher(text);
        if (nameMail.matches()) {
            return new Author(orNull(nameMail.group(1)), null, nameMail.group(2));
        }
        Matcher mail = MAIL_ONLY.matcher(text);
        return mail.matches() ? new Author(null, null, mail.group(1)) : new Author(text, null, null);
    }

    private static @Nullable String orNull(String name) {
        return name.isBlank() ? null : name.strip();
    }
}
