package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.api.websub.NoHub;
import org.broadsheet.config.ConfigReader;
import org.broadsheet.server.TestServer;
import org.junit.jupiter.api.Test;

class NamedHubsTest {
    private static OwnHub with(String... settings) throws Exception {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            environment.put("BROADSHEET_" + settings[i], settings[i + 1]);
        }
        return OwnHub.of(ConfigReader.read(null, environment));
    }

    @Test
    void feeds_name_the_hubs_of_others_instead_of_ours_where_there_are_any() throws Exception {
        String base = "https://news.example.org";
        assertThat(with("SERVER_BASE_URL", base).addresses()).containsExactly(URI.create(base + "/hub"));
        OwnHub others = with("SERVER_BASE_URL", base, "HUB_PING", "https://a.example/, https://b.example/hub?x=1");
        assertThat(others.addresses())
                .containsExactly(URI.create("https://a.example/"), URI.create("https://b.example/hub?x=1"));
        assertThat(with("SERVER_BASE_URL", base, "HUB_ENABLED", "false", "HUB_PING", "https://a.example/")
                        .addresses())
                .containsExactly(URI.create("https://a.example/"));
    }

    @Test
    void without_an_address_of_our_own_no_hub_is_named_and_it_is_said_why() throws Exception {
        OwnHub none = with("HUB_PING", "https://a.example/");
        assertThat(none.addresses()).isEmpty();
        assertThat(none.whyNot()).contains("server.base-url is not set");
        try (TestServer server = TestServer.with(new NoHub(none.whyNot()))) {
            HttpResponse<String> answer = server.send(
                    "POST", "/hub", "hub.mode=subscribe", "Content-Type", "application/x-www-form-urlencoded");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("There is no hub here: server.base-url is not set");
        }
    }
}
