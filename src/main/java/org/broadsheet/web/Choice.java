package org.broadsheet.web;

/** One of a few ways that a page offers to look at the same. */
public record Choice(String href, String text, boolean current) {}
