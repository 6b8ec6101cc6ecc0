package org.broadsheet.ingest.parse;

import java.util.List;

/** A document as text, and what had to be guessed or replaced for it. */
record Decoded(String text, List<String> repairs) {}
