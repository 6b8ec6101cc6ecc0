package org.broadsheet.web;

import java.util.List;
import org.broadsheet.model.Preferences;
import org.jspecify.annotations.Nullable;

/**
 * The settings, ready to print.
 *
 * @param said what came of the last change, null when there was none
 * @param refused whether it was not kept
 */
public record SettingsView(
        Preferences preferences,
        List<Key.Line> keys,
        @Nullable String said,
        boolean refused) {
    /** Whether one of the choices is the current one. */
    public List<Texts> languages() {
        return Texts.all();
    }

    public boolean has(Enum<?> choice) {
        return choice == preferences.layout() || choice == preferences.density() || choice == preferences.theme();
    }
}
