package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
    @TempDir
    Path dir;

    @Test
    void the_shipped_file_changes_nothing() throws Exception {
        assertThat(ConfigReader.read(Path.of("config/broadsheet.yml"), Map.of()))
                .isEqualTo(ConfigReader.read(file(""), Map.of()));
    }

    @Test
    void every_key_of_the_shipped_file_is_known_when_its_comment_is_taken_away() throws Exception {
        // Naming feeds.opml is not the same as not naming it: then it has to be there.
        String all = Files.readString(Path.of("config/broadsheet.yml"))
                .replaceAll("(?m)^# opml:.*", "")
                .replaceAll("(?m)^# ([a-z ][a-z -]*:)", "$1")
                .replaceAll("(?m)^#   ", "  ");

        assertThat(ConfigReader.read(file(all), Map.of())).isEqualTo(ConfigReader.read(file(""), Map.of()));
    }

    @Test
    void the_environment_wins_over_the_file() throws Exception {
        Path file = file("server:\n  port: 8081\nfetch:\n  min-gap: 5s\n  allow-private: [10.0.0.0/8, '::1/128']\n");
        Config config =
                ConfigReader.read(file, Map.of("BROADSHEET_SERVER_PORT", "8082", "BROADSHEET_FETCH_MIN_GAP", "0"));

        assertThat(config.server().port()).isEqualTo(8082);
        assertThat(config.fetch().minGap()).isEqualTo(Duration.ZERO);
        assertThat(config.fetch().allowPrivate()).containsExactly("10.0.0.0/8", "::1/128");
    }

    @Test
    void an_unknown_key_is_named() throws Exception {
        refuses("sever:\n  port: 80\n", "sever.port");
        assertThatExceptionOfType(BadConfig.class)
                .isThrownBy(() -> ConfigReader.read(file(""), Map.of("BROADSHEET_SERVER_PROT", "80")))
                .withMessageContaining("BROADSHEET_SERVER_PROT");
    }

    @Test
    void a_bad_value_is_named_with_what_would_do() throws Exception {
        refuses("server:\n  port: eighty\n", "server.port is \"eighty\"; it must be a whole number");
        refuses("server:\n  port: 70000\n", "a number from 0 to 65535");
        refuses("fetch:\n  timeout: soon\n", "fetch.timeout is \"soon\"; it must be a duration");
        refuses("fetch:\n  timeout: 0\n", "fetch.timeout is \"0\"; it must be 1s or longer");
        refuses("fetch:\n  max-bytes: 0\n", "fetch.max-bytes is \"0\"; it must be 1024 bytes or more");
        refuses("poll:\n  min-interval: 0\n", "poll.min-interval is \"0\"; it must be 1s or longer");
        refuses("poll:\n  enabled: perhaps\n", "poll.enabled is \"perhaps\"; it must be true or false");
        refuses("access:\n  mode: open\n", "one of local, accounts, public");
        refuses("server:\n  base-url: news.example\n", "an address such as");
        refuses("poll:\n  min-interval: 2d\n", "poll.max-interval is shorter");
    }

    @Test
    void hubs_to_ping_are_web_addresses() throws Exception {
        refuses("hub:\n  ping: [https://hub.example/, hub.example]\n", "\"hub.example\"");
    }

    @Test
    void a_missing_file_and_a_broken_one_are_named() throws Exception {
        assertThatExceptionOfType(BadConfig.class)
                .isThrownBy(() -> ConfigReader.read(dir.resolve("none.yml"), Map.of()))
                .withMessageContaining("none.yml cannot be read");
        refuses("server: [", "is not valid YAML");
        refuses("just words", "holds no keys");
    }

    private void refuses(String yaml, String words) throws IOException {
        Path file = file(yaml);
        assertThatExceptionOfType(BadConfig.class)
                .isThrownBy(() -> ConfigReader.read(file, Map.of()))
                .withMessageContaining(words);
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(dir.resolve("broadsheet.yml"), yaml);
    }

    @Test
    void a_database_that_is_not_postgresql_is_refused_without_repeating_its_password() throws Exception {
        assertThatExceptionOfType(BadConfig.class)
                .isThrownBy(() -> ConfigReader.read(file("database:\n  url: postgres://me:secret@db/x\n"), Map.of()))
                .withMessageContaining("database.url must be an address such as jdbc:postgresql://")
                .withMessageNotContaining("secret");
    }

    @Test
    void a_path_that_cannot_be_one_is_named() throws Exception {
        refuses("data:\n  dir: \"a\\0b\"\n", "data.dir");
    }
}
