package org.broadsheet.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
    void what_is_written_arrives_as_it_was_typed_and_numbers_and_switches_are_read_where_they_are_meant()
            throws Exception {
        for (String typed : List.of("1e3", "0755", "yes", "1.10", "null", "~", "2026-01-01", "0x1F", "true")) {
            Config config = ConfigReader.read(file("database:\n  password: " + typed + "\n"), Map.of());
            assertThat(config.data().databasePassword()).isEqualTo(typed);
        }
        Config config = ConfigReader.read(
                file("server:\n  port: 8081\nfetch:\n  min-gap: 0\n  timeout: 20s\npoll:\n  enabled: false\nopml:\n"),
                Map.of());
        assertThat(config.server().port()).isEqualTo(8081);
        assertThat(config.fetch().minGap()).isZero();
        assertThat(config.fetch().timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.poll().enabled()).isFalse();
        assertThat(config.opml()).isEmpty();
    }

    @Test
    void a_file_that_is_not_utf8_is_refused_with_the_line_that_is_not() throws Exception {
        Path file =
                Files.write(dir.resolve("broadsheet.yml"), "# one\n# two\ndata:\n  dir: Bücher\n".getBytes(ISO_8859_1));
        assertThatExceptionOfType(BadConfig.class)
                .isThrownBy(() -> ConfigReader.read(file, Map.of()))
                .withMessageContaining("broadsheet.yml is not UTF-8 in line 4; save it as UTF-8.");
    }

    @Test
    void a_base_url_is_an_address_and_nothing_more() throws Exception {
        String allowed =
                "it must be an address such as https://news.example.org, without a name, a query or a fragment.";
        for (String bad : List.of(
                "https://news.example/?a=b",
                "https://news.example/#top",
                "https://",
                "https:///news",
                "https://news.example:99999")) {
            refuses("server:\n  base-url: '" + bad + "'\n", "server.base-url is \"" + bad + "\"; " + allowed);
        }
        assertThat(ConfigReader.read(file("server:\n  base-url: https://news.example:8443/papers/\n"), Map.of())
                        .server()
                        .baseUrl())
                .contains(URI.create("https://news.example:8443/papers"));
    }

    @Test
    void a_base_url_with_a_password_is_refused_without_repeating_it() throws Exception {
        Path file = file("server:\n  base-url: https://me:secret@news.example\n");
        assertThatExceptionOfType(BadConfig.class)
                .isThrownBy(() -> ConfigReader.read(file, Map.of()))
                .withMessageContaining("server.base-url holds a name or password; it must be an address such as")
                .withMessageNotContaining("secret");
    }

    @Test
    void trusted_proxies_are_addresses_or_networks() throws Exception {
        for (String bad : List.of("proxy.example", "10.0.0.256", "10.0.0.1/24", "10.0.0.0/33", "10.0.0.1:80")) {
            refuses(
                    "server:\n  trusted-proxies: ['::1', '" + bad + "']\n",
                    "server.trusted-proxies is \"" + bad + "\"; it must be addresses or networks such as");
        }
        assertThat(ConfigReader.read(file("server:\n  trusted-proxies: ['::1', 10.0.0.0/8]\n"), Map.of())
                        .server()
                        .trustedProxies())
                .containsExactly("::1", "10.0.0.0/8");
    }

    @Test
    void hosts_that_are_not_verified_are_named_without_scheme_port_and_path() throws Exception {
        for (String bad : List.of("https://a.example", "a.example:443", "a.example/feed", "*.example", "a b")) {
            refuses(
                    "fetch:\n  unverified-tls: [ok.example, '" + bad + "']\n",
                    "fetch.unverified-tls is \"" + bad + "\"; it must be hosts such as");
        }
        assertThat(ConfigReader.read(
                                file(
                                        "fetch:\n  unverified-tls: [bücher.example, my_host, 10.0.0.1, '[::1]', a.example.]\n"),
                                Map.of())
                        .fetch()
                        .unverifiedTls())
                .hasSize(5);
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
