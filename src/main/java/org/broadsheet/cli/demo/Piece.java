package org.broadsheet.cli.demo;

import java.time.Instant;

/**
 * A published article.
 *
 * @param key its name in addresses, unlike that of any other piece of the paper
 */
record Piece(Paper paper, String key, Draft draft, Instant published) {
    String headline() {
        return draft.headlines().get(0);
    }

    String author() {
        return draft.author().isEmpty() ? paper.title : draft.author();
    }

    String path() {
        return "/" + paper.slug() + "/" + key;
    }

    String picturePath() {
        return "/pictures/" + paper.slug() + "/" + key + ".png";
    }

    String soundPath() {
        return "/sounds/" + paper.slug() + "/" + key + ".wav";
    }

    /** RFC 4151, with a domain that nobody can own (RFC 2606). */
    String id() {
        return "tag:" + paper.slug() + ".example,2026:" + key;
    }
}
