package org.broadsheet.cli.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The papers of the newsroom. */
enum Paper {
    HARBOUR_POST("Harbour Post", "The morning paper of Northhaven", "World", Dialect.RSS),
    MERIDIAN_WORLD("Meridian World", "The world, in an even voice", "World", Dialect.ATOM),
    CITY_LEDGER("City Ledger", "Money, work and trade", "World", Dialect.RSS),
    COASTAL_WIRE("Coastal Wire", "Short news from the coast", "World", Dialect.RDF),
    NORTHERN_LINE("The Northern Line", "Reporting from the north of Europe", "World/Europe", Dialect.ATOM),
    ALPINE_REVIEW("Alpine Review", "Mountains and valleys", "World/Europe", Dialect.RDF),
    OPEN_NOTEBOOK("Open Notebook", "Science with its working shown", "Science", Dialect.JSON),
    FIELD_STATION("Field Station", "Nature and research, to read and to hear", "Science", Dialect.RSS),
    COMPILER_WEEKLY("Compiler Weekly", "Languages and the programs that read them", "Technology", Dialect.ATOM),
    SIGNAL_SWITCH("Signal & Switch", "Technology that people use", "Technology", Dialect.JSON);

    /** What a paper's feed is written in. */
    enum Dialect {
        RSS("feed.xml", "application/rss+xml; charset=utf-8"),
        ATOM("feed.xml", "application/atom+xml; charset=utf-8"),
        RDF("feed.rdf", "application/rdf+xml; charset=utf-8"),
        JSON("feed.json", "application/feed+json; charset=utf-8");

        final String file;
        final String mediaType;

        Dialect(String file, String mediaType) {
            this.file = file;
            this.mediaType = mediaType;
        }
    }

    final String title;
    final String motto;

    /** The path of the folder in the list of subscriptions. */
    final String folder;

    final Dialect dialect;

    Paper(String title, String motto, String folder, Dialect dialect) {
        this.title = title;
        this.motto = motto;
        this.folder = folder;
        this.dialect = dialect;
    }

    /** The paper's name in addresses, such as {@code harbour-post}. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Paper> named(String slug) {
        return Arrays.stream(values())
                .filter(paper -> paper.slug().equals(slug))
                .findFirst();
    }
}
