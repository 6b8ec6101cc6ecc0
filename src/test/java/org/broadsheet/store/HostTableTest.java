package org.broadsheet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.broadsheet.reading.TestStore;
import org.jdbi.v3.core.Handle;

class HostTableTest {
    @OnBothDatabases
    void of_two_pauses_the_longer_one_stays_with_its_own_reason(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind);
                Handle handle = store.database.jdbi().open()) {
            HostTable hosts = new HostTable(store.database);
            Instant later = TestStore.NOON.plus(Duration.ofHours(2));
            hosts.cool(handle, "a.example", TestStore.NOON.plus(Duration.ofMinutes(5)), "first");
            hosts.cool(handle, "a.example", later, "longer");
            hosts.cool(handle, "a.example", TestStore.NOON.plus(Duration.ofHours(1)), "shorter");

            assertThat(hosts.cooling(TestStore.NOON)).containsEntry("a.example", later);
            assertThat(handle.createQuery("select reason from host where name = 'a.example'")
                            .mapTo(String.class)
                            .one())
                    .isEqualTo("longer");
        }
    }
}
