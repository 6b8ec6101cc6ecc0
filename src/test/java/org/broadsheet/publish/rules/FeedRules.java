package org.broadsheet.publish.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.broadsheet.publish.FeedFormat;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;

/**
 * Holds a document against the rules of its format: RFC 4287 and RFC 5005, RSS 2.0 with what the RSS Advisory Board
 * recommends, JSON Feed 1.1; and against what validators warn of because readers stumble over it. Thread-safe.
 */
public final class FeedRules {
    static final String WELL_FORMED = "well-formed";

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private FeedRules() {}

    /**
     * All that a document breaks; nothing for a good one.
     *
     * @param now what lies a day behind it is the future
     */
    public static List<Finding> check(FeedFormat format, byte[] document, Instant now) {
        try {
            return findings(format, document, now);
        } catch (JDOMException | IOException e) {
            return List.of(new Finding(WELL_FORMED, Finding.Level.ERROR, String.valueOf(e.getMessage())));
        }
    }

    private static List<Finding> findings(FeedFormat format, byte[] document, Instant now)
            throws JDOMException, IOException {
        return switch (format) {
            case ATOM -> findings(atom(now), xml(document));
            case RSS -> findings(rss(now), xml(document));
            case JSON -> findings(json(now), JSON.readTree(document));
        };
    }

    private static Element xml(byte[] document) throws JDOMException, IOException {
        return new SAXBuilder().build(new ByteArrayInputStream(document)).getRootElement();
    }

    private static <D> List<Finding> findings(List<Rule<D>> rules, D document) {
        return rules.stream().flatMap(rule -> rule.findings(document)).toList();
    }

    static List<Rule<Element>> atom(Instant now) {
        return Rule.together(AtomRules.ALL, DateRules.atom(now), XmlRules.ALL);
    }

    static List<Rule<Element>> rss(Instant now) {
        return Rule.together(RssRules.ALL, DateRules.rss(now), XmlRules.ALL);
    }

    static List<Rule<JsonNode>> json(Instant now) {
        return Rule.together(JsonRules.ALL, DateRules.json(now));
    }
}
