package org.broadsheet.model;

/** Which feeds a stream draws from, within one account's subscriptions. */
public sealed interface Scope {
    /** All subscriptions. */
    record Everything() implements Scope {}

    /** A folder and the folders inside it. */
    record InFolder(FolderId folder) implements Scope {}

    /** One feed. */
    record OfFeed(FeedId feed) implements Scope {}

    /** What an account put a label on. */
    record Labelled(LabelId label) implements Scope {}

    Scope EVERYTHING = new Everything();
}
