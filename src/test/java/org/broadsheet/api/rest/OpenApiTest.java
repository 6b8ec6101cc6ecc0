package org.broadsheet.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.javalin.Javalin;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.broadsheet.model.Finding;
import org.broadsheet.reading.Subscribed;
import org.broadsheet.reading.TestStore;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    @Test
    void the_description_names_the_routes_that_there_are() throws IOException {
        Set<String> described = new TreeSet<>();
        described()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(described).isEqualTo(routes());
    }

    private static Set<String> routes() {
        try (TestStore store = TestStore.h2()) {
            Javalin javalin = Javalin.create(settings -> {
                settings.startup.startupWatcherEnabled = false;
                Api.routes(store).forEach(routes -> routes.addTo(settings.routes));
            });
            return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                    .map(route -> route.endpoint.method.name() + " " + route.endpoint.path)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void the_description_names_the_members_that_there_are() throws IOException {
        Map<String, Class<?>> types = Map.ofEntries(
                Map.entry("Feed", FeedView.class),
                Map.entry("LastPoll", FeedView.Poll.class),
                Map.entry("PastPoll", PastPollsResource.PastPollView.class),
                Map.entry("PastPollList", Items.class),
                Map.entry("FeedList", Items.class),
                Map.entry("NewFeed", FeedsResource.Wish.class),
                Map.entry("FeedSettings", FeedsResource.Settings.class),
                Map.entry("Choices", FeedsResource.Choices.class),
                Map.entry("Choice", Subscribed.Choice.class),
                Map.entry("Entry", EntryView.class),
                Map.entry("AlsoIn", EntryView.AlsoIn.class),
                Map.entry("Attachment", EntryView.Attachment.class),
                Map.entry("EntryList", EntryView.Listing.class),
                Map.entry("EntryState", EntriesResource.State.class),
                Map.entry("Revision", EntriesResource.RevisionView.class),
                Map.entry("RevisionList", Items.class),
                Map.entry("ReadUpTo", BulkMarksResource.ReadUpTo.class),
                Map.entry("NewPoll", PollsResource.Wish.class),
                Map.entry("Poll", PollsResource.RoundView.class),
                Map.entry("OpmlReport", OpmlResource.Report.class),
                Map.entry("OpmlLine", OpmlResource.Line.class),
                Map.entry("OpmlPlan", OpmlResource.Plan.class),
                Map.entry("OpmlStep", OpmlResource.Step.class),
                Map.entry("CheckReport", CheckResource.Report.class),
                Map.entry("Label", LabelsResource.LabelView.class),
                Map.entry("LabelList", Items.class),
                Map.entry("NewLabel", LabelsResource.Wanted.class),
                Map.entry("PrivateAddress", PrivateAddressesResource.PrivateAddressView.class),
                Map.entry("PrivateAddressList", Items.class),
                Map.entry("NewPrivateAddress", PrivateAddressesResource.Wanted.class),
                Map.entry("MadePrivateAddress", PrivateAddressesResource.Made.class),
                Map.entry("Finding", Finding.class));
        JsonNode schemas = described().get("components").get("schemas");
        types.forEach((name, type) -> {
            Set<String> described = new TreeSet<>();
            schemas.get(name).get("properties").fieldNames().forEachRemaining(described::add);
            assertThat(described).as(name).isEqualTo(members(type));
        });
    }

    private static Set<String> members(Class<?> record) {
        PropertyNamingStrategies.SnakeCaseStrategy snake = new PropertyNamingStrategies.SnakeCaseStrategy();
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .map(snake::translate)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_reference_of_the_description_leads_somewhere() throws IOException {
        JsonNode schemas = described().get("components").get("schemas");
        List<String> references = described().findValuesAsText("$ref");
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(schemas.has(reference.substring("#/components/schemas/".length())))
                        .as(reference)
                        .isTrue());
    }

    private static JsonNode described() throws IOException {
        return new ObjectMapper().readTree(RestApi.description());
    }
}
