package org.broadsheet.model;

/** One entry with its body. */
public record Article(Headline headline, SafeHtml content) {}
