package org.broadsheet.model;

/** Why the guids of a feed are not what its entries are known by, and what is instead (DESIGN §5). */
public enum IdentityWeakness {
    /** Most entries have none. */
    GUIDS_MISSING(IdentityRule.LINK, "Its entries have no guid, so they are known by their links."),
    /** Several entries of a document have the same one. */
    GUIDS_REPEATED(IdentityRule.LINK, "Several of its entries share one guid, so they are known by their links."),
    /** One was seen on an entry that is another by its link, title and date: a counter, a position, a constant. */
    GUIDS_REUSED(
            IdentityRule.LINK,
            "It gives the guid of one entry to another later on, so its entries are known by their links."),
    /** Entries that are the same by their links come with other guids. */
    GUIDS_CHANGING(
            IdentityRule.LINK, "Its entries come with other guids than before, so they are known by their links."),
    /** Neither guid nor link tells most entries apart. */
    LINKS_REPEATED(
            IdentityRule.CONTENT,
            "Its entries have neither guid nor link of their own, so they are known by title, date and text.");

    private final IdentityRule rule;
    private final String sentence;

    IdentityWeakness(IdentityRule rule, String sentence) {
        this.rule = rule;
        this.sentence = sentence;
    }

    /** The strongest rule that can still be trusted. */
    public IdentityRule rule() {
        return rule;
    }

    /** What is known of the feed, in one English sentence for the reader of a page. */
    public String sentence() {
        return sentence;
    }
}
