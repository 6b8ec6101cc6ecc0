package org.broadsheet.model;

/** By what an entry is recognised when its feed is read again (DESIGN §5). */
public enum IdentityRule {
    GUID,
    LINK,
    CONTENT
}
