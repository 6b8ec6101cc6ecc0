package org.broadsheet.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class PrivateAddressesResourceTest {
    @Test
    void a_private_address_is_made_listed_without_its_token_and_revoked() {
        try (Api api = new Api()) {
            String path = Api.json(api.send("POST", "/private-addresses", "{\"stream\":\"all\",\"note\":\"my phone\"}"))
                    .get("path")
                    .textValue();
            assertThat(path).matches("/private/[A-Za-z0-9_-]{43}");

            JsonNode listed = api.get("/private-addresses").get("items").get(0);
            assertThat(listed.get("stream").textValue()).isEqualTo("all");
            assertThat(listed.toString()).doesNotContain(path.substring("/private/".length()));

            String one = "/private-addresses/" + listed.get("id").textValue();
            assertThat(api.send("DELETE", one, "").statusCode()).isEqualTo(204);
            assertThat(api.send("DELETE", one, "").statusCode()).isEqualTo(404);
            assertThat(api.send("POST", "/private-addresses", "{\"stream\":\"entries/1\"}")
                            .statusCode())
                    .isEqualTo(400);
        }
    }
}
