package org.broadsheet.ingest.fetch;

import java.net.URI;
import org.broadsheet.model.Validators;

/**
 * Where the redirects ended.
 *
 * @param sent the validators that this very address was asked with
 * @param movedForGood only permanent redirects led here, at least one
 */
record Arrival(URI url, Validators sent, boolean redirected, boolean movedForGood) {}
