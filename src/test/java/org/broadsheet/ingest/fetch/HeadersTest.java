package org.broadsheet.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.ingest.fetch.TestFetcher.NOW;

import java.net.URI;
import java.time.Duration;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.broadsheet.model.HubLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of header values; the moment is always 2026-11-24T12:00:00Z. */
class HeadersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cache-Control: max-age=3600 | PT1H",
                "Cache-Control: Max-Age=\"60\", public | PT1M",
                "Cache-Control: max-age=3600 ; Age: 600 | PT50M",
                "Cache-Control: max-age=600 ; Age: 600 | ",
                "Cache-Control: max-age=600 ; Age: 700 | ",
                "Cache-Control: max-age=600 ; Age: old | PT10M",
                "Cache-Control: max-age=0 | ",
                "Cache-Control: max-age=-5 | ",
                "Cache-Control: max-age=soon | ",
                "Cache-Control: max-age | ",
                "Cache-Control: max-age=600, max-age=60 | PT10M",
                "Cache-Control: max-age=99999999999999999999 | PT87600H",
                "Cache-Control: no-cache, max-age=600 | ",
                "Cache-Control: no-store ; Expires: Tue, 24 Nov 2026 13:00:00 GMT | ",
                "Cache-Control: public ; Cache-Control: max-age=60 | PT1M",
                "Expires: Tue, 24 Nov 2026 13:00:00 GMT | PT1H",
                "Expires: Tuesday, 24-Nov-26 13:00:00 GMT | PT1H",
                "Expires: Tue Nov 24 13:00:00 2026 | PT1H",
                "Date: Tue Dec  1 12:00:00 2026 ; Expires: Tue Dec  1 13:00:00 2026 | PT1H",
                "Date: Tue, 24 Nov 2026 12:30:00 GMT ; Expires: Tue, 24 Nov 2026 13:00:00 GMT | PT30M",
                "Expires: Tue, 24 Nov 2026 13:00:00 GMT ; Age: 60 | PT59M",
                "Expires: Tue, 24 Nov 2026 11:00:00 GMT | ",
                "Expires: 0 | ",
                "Expires: -1 | ",
                "Cache-Control: max-age=60 ; Expires: Tue, 24 Nov 2026 13:00:00 GMT | PT1M",
                "X-Nothing: at all | "
            })
    void freshness_follows_rfc_9111(String headers, Duration freshFor) {
        assertThat(CacheHints.of(response(headers), NOW).freshFor().orElse(null))
                .isEqualTo(freshFor);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After: 120 | PT2M",
                "Retry-After:  0 | PT0S",
                "Retry-After: 604801 | PT168H",
                "Retry-After: 99999999999999999999 | PT168H",
                "Retry-After: Tue, 24 Nov 2026 14:00:00 GMT | PT2H",
                "Retry-After: Tuesday, 24-Nov-26 14:00:00 GMT | PT2H",
                "Retry-After: Tue, 24 Nov 2026 14:00:00 GMT ; Date: Tue, 24 Nov 2026 13:00:00 GMT | PT1H",
                "Retry-After: Tue, 24 Nov 2026 11:00:00 GMT | PT0S",
                "Retry-After: Sat, 24 Nov 2096 11:00:00 GMT | PT168H",
                "Retry-After: -5 | ",
                "Retry-After: 1.5 | ",
                "Retry-After: later | ",
                "X-Nothing: at all | "
            })
    void retry_after_is_seconds_or_a_date(String headers, Duration wait) {
        assertThat(HttpTime.retryAfter(response(headers), NOW).orElse(null)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://news.example.org, 12, Broadsheet/1.0 (+https://news.example.org; 12 subscribers)",
                "https://news.example.org, 1, Broadsheet/1.0 (+https://news.example.org; 1 subscriber)",
                "https://news.example.org, 0, Broadsheet/1.0 (+https://news.example.org)",
                "'', 2, Broadsheet/1.0 (2 subscribers)",
                "' ', 0, Broadsheet/1.0"
            })
    void the_user_agent_leaves_out_what_is_not_known(String contact, int subscribers, String header) {
        assertThat(new UserAgent("1.0", contact).header(subscribers)).isEqualTo(header);
    }

    @Test
    void credentials_are_decoded_before_they_are_sent() {
        assertThat(Credentials.header(URI.create("http://a:b@h_h/"))).contains("Basic YTpi");
        assertThat(Credentials.header(URI.create("http://h/a@b"))).isEmpty();
        assertThat(Credentials.header(URI.create("http://@h/"))).isEmpty();
    }

    private static BasicHttpResponse response(String headers) {
        BasicHttpResponse response = new BasicHttpResponse(200);
        for (String header : headers.split(" ; ", -1)) {
            String[] parts = header.split(": ", 2);
            response.addHeader(parts[0], parts[1]);
        }
        return response;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "Link: <https://hub.example/>; rel=\"hub\" | https://hub.example/ | none",
                "Link: <https://hub.example/?a=1,2;b>; rel=hub, </topic>; rel=self | https://hub.example/?a=1,2;b"
                        + " | https://news.example/topic",
                "Link: <a>; rel=\"self alternate\" ; Link: <//h.example/>; title=x; REL=HUB | https://h.example/"
                        + " | https://news.example/feeds/a",
                "Link: <https://1.example/>; rel=hub, <https://2.example/>; rel=hub | https://1.example/ | none",
                "Link: <https://hub.example/>; rel=hubs; title=\"rel=hub\" | none | none",
                "Link: <ht tp://x>; rel=hub | none | none",
                "Link: rel=hub | none | none",
                "X-Link: <https://hub.example/>; rel=hub | none | none"
            })
    void the_header_may_name_the_hub(String headers, String hub, String self) {
        assertThat(LinkHeader.hubLinks(response(headers), URI.create("https://news.example/feeds/b")))
                .isEqualTo(new HubLinks(hub, self));
    }
}
