package org.broadsheet.web;

/** A stream as a feed for other programs: its media type, its address, and the format's name for people. */
public record FeedLink(String type, String href, String text) {}
