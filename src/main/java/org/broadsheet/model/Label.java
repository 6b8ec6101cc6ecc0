package org.broadsheet.model;

/**
 * A word that one account put on entries.
 *
 * @param slug its name in addresses: lower-case letters, digits and hyphens, unique within the account
 */
public record Label(LabelId id, String name, String slug) {
    /** How long a name may be, in UTF-16 units. */
    public static final int LONGEST_NAME = 60;

    /** Whether something can be called so: one line, not empty, without blanks around it. */
    public static boolean isName(String text) {
        return !text.isBlank()
                && text.equals(text.strip())
                && text.length() <= LONGEST_NAME
                && text.chars().noneMatch(Character::isISOControl);
    }
}
