package org.broadsheet.store;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The migrations by name. Flyway would look through the whole JAR for them, at a tenth of the time of a start. */
final class Migrations implements ResourceProvider {
    /** Every script under {@code db/migration}; a test holds that none is missing here. */
    static final List<String> SCRIPTS = List.of(
            "V1__first_light.sql",
            "V2__repetitions.sql",
            "V3__rhythm.sql",
            "V4__answers.sql",
            "V5__hubs.sql",
            "V6__hub_leases.sql",
            "V7__marks_by_entry.sql",
            "V8__bulk_marks.sql",
            "V9__labels.sql",
            "V10__asked_every.sql",
            "V11__published.sql",
            "V12__outlines.sql",
            "V13__hub_subscribers.sql",
            "V14__hub_tries.sql",
            "V15__claims.sql",
            "V16__hub_changes.sql",
            "V17__missing.sql",
            "V18__dictionary.sql",
            "V19__nodes.sql");

    private static final String HISTORY = "flyway_schema_history";
    private static final String RAN = """
            select "script" from "flyway_schema_history" where "success" and "script" like 'V%'""";

    /**
     * Whether the newest script has run. Asking Flyway costs a quarter of a start, and there is mostly nothing to do. Throws
     * StoreUnavailable where one has that is not known here.
     */
    static boolean areDone(Jdbi jdbi) {
        return jdbi.withHandle(handle -> {
            try (ResultSet tables = handle.getConnection().getMetaData().getTables(null, null, HISTORY, null)) {
                return tables.next()
                        && known(handle.createQuery(RAN).mapTo(String.class).list())
                                .contains(SCRIPTS.get(SCRIPTS.size() - 1));
            } catch (SQLException e) {
                throw new StoreUnavailable("The store cannot say which migrations it has: " + e.getMessage(), e);
            }
        });
    }

    private static List<String> known(List<String> ran) {
        ran.stream().filter(script -> !SCRIPTS.contains(script)).findFirst().ifPresent(script -> {
            throw new StoreUnavailable(
                    "The store was written by a newer Broadsheet, which made " + script
                            + "; start that one, or a later one.",
                    new IllegalStateException());
        });
        return ran;
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return SCRIPTS.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return SCRIPTS.stream()
                .filter(name -> name.startsWith(prefix))
                .filter(name -> Arrays.stream(suffixes).anyMatch(name::endsWith))
                .<LoadableResource>map(Script::new)
                .toList();
    }

    private static final class Script extends LoadableResource {
        private final String name;

        Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            InputStream in = Migrations.class.getResourceAsStream(getAbsolutePath());
            if (in == null) {
                throw new IllegalStateException(name + " is missing in the JAR");
            }
            return new InputStreamReader(in, StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return "/db/migration/" + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
