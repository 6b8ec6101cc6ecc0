package org.broadsheet.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import org.broadsheet.model.Preferences;
import org.jspecify.annotations.Nullable;

/** An account's settings as JSON in its row; what is missing is as usual. */
@JsonIgnoreProperties(ignoreUnknown = true)
record StoredPreferences(
        Preferences.@Nullable Layout layout,
        Preferences.@Nullable Density density,
        Preferences.@Nullable Theme theme,
        @Nullable String language,
        @Nullable Boolean readOnOpening,
        @Nullable Boolean readOnScrolling,
        @Nullable Boolean keys,
        @Nullable Map<String, String> bindings) {

    static StoredPreferences of(Preferences preferences) {
        return new StoredPreferences(
                preferences.layout(),
                preferences.density(),
                preferences.theme(),
                preferences.language(),
                preferences.readOnOpening(),
                preferences.readOnScrolling(),
                preferences.keys(),
                preferences.bindings());
    }

    Preferences preferences() {
        Preferences usual = Preferences.USUAL;
        return new Preferences(
                or(layout, usual.layout()),
                or(density, usual.density()),
                or(theme, usual.theme()),
                or(language, usual.language()),
                or(readOnOpening, usual.readOnOpening()),
                or(readOnScrolling, usual.readOnScrolling()),
                or(keys, usual.keys()),
                or(bindings, usual.bindings()));
    }

    private static <T> T or(@Nullable T stored, T usual) {
        return stored == null ? usual : stored;
    }
}
