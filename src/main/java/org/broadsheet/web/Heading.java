package org.broadsheet.web;

import java.util.List;

/**
 * What stands above a stream.
 *
 * @param line a few words on what it holds
 * @param inner the folders inside it
 */
public record Heading(String title, String line, List<Link> inner) {}
