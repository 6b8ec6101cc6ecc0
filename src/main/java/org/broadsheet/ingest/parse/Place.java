package org.broadsheet.ingest.parse;

import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * What an element inherits from those around it (XML Base, XML 1.0 §2.12).
 *
 * @param base what relative addresses stand against, null when nobody said
 * @param language a language tag such as {@code en-GB}, null when nobody said
 */
record Place(@Nullable String base, @Nullable String language) {
    /** Servers refuse longer ones. Each link below a base copies it. */
    private static final int LONGEST = 8_000;

    /** The place inside an element. */
    Place within(Element element) {
        if (!element.hasAttributes()) {
            return this;
        }
        Attribute ownBase = element.getAttribute("base", Namespace.XML_NAMESPACE);
        Attribute ownLanguage = element.getAttribute("lang", Namespace.XML_NAMESPACE);
        if (ownBase == null && ownLanguage == null) {
            return this;
        }
        return new Place(
                ownBase == null ? base : base(ownBase.getValue()),
                ownLanguage == null ? language : Languages.tag(ownLanguage.getValue()));
    }

    /** Only addresses of the web can be a base: a {@code javascript:} one is somebody's attack. */
    private @Nullable String base(String own) {
        String absolute = own.length() > LONGEST ? "" : Addresses.resolve(base, own);
        return Addresses.isWeb(absolute) && absolute.length() <= LONGEST ? absolute : base;
    }

    /**
     * An absolute address where that is possible; null for a blank or endless one, and for one that would run or open
     * something of the reader's own: programs that ask us put addresses into links as they are.
     */
    @Nullable
    String resolve(@Nullable String address) {
        if (address == null || address.isBlank() || address.length() > LONGEST) {
            return null;
        }
        String absolute = Addresses.resolve(base, address);
        return Addresses.isHarmful(absolute) ? null : absolute;
    }
}
